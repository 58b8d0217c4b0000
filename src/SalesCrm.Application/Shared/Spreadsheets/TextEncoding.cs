namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>How a text file may be written. Big5 is never guessed, because it cannot be told from GB18030: a person chooses it.</summary>
public enum TextEncoding
{
    Utf8,
    Gb18030,
    Utf16LittleEndian,
    Utf16BigEndian,
    Big5,

    /// <summary>Western European, as Excel writes CSV there.</summary>
    Windows1252,
}
