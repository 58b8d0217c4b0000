namespace SalesCrm.Application.Database;

/// <summary>A record that keeps columns computed from others of its own, for searching and ordering.</summary>
internal interface IDerivesKeys
{
    /// <summary>Computes them anew; after fields were set past the record's own methods.</summary>
    void DeriveKeys();
}
