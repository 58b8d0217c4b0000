namespace SalesCrm.Web.TagHelpers;

/// <summary>What the fields of the page being written are called, in their order.</summary>
internal sealed class FieldLabels
{
    private readonly List<(string Name, string Label)> _labels = [];

    public static FieldLabels Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is FieldLabels labels)
        {
            return labels;
        }

        context.Items[typeof(FieldLabels)] = labels = new FieldLabels();
        return labels;
    }

    public void Add(string name, string label) => _labels.Add((name, label));

    /// <summary>Empty for what is no field of the page.</summary>
    public string LabelOf(string name) => PlaceOf(name) is >= 0 and var place ? _labels[place].Label : "";

    /// <summary>-1 for what is no field of the page.</summary>
    public int PlaceOf(string name) => _labels.FindIndex(label => string.Equals(label.Name, name, StringComparison.OrdinalIgnoreCase));
}
