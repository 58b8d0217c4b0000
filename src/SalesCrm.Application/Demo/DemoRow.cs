using System.Reflection;

namespace SalesCrm.Application.Demo;

/// <summary>Sets what only the database sets otherwise: ids, and links to rows that have theirs already.</summary>
internal static class DemoRow
{
    internal static T With<T>(this T row, string property, object? value)
        where T : class
    {
        Setter<T>.Of(property).SetValue(row, value);
        return row;
    }

    private static class Setter<T>
    {
        private static readonly Dictionary<string, PropertyInfo> Known = typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public).ToDictionary(property => property.Name);

        public static PropertyInfo Of(string name) => Known[name];
    }
}
