using System.Collections;

namespace SalesCrm.Testing.SqlServer;

/// <summary>Some value of a type, for a parameter whose own value does not matter.</summary>
internal static class Sample
{
    public static object? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            return "某甲";
        }

        if (plain.IsEnum)
        {
            return Enum.GetValues(plain).GetValue(0);
        }

        if (plain.IsArray)
        {
            return Two(plain.GetElementType()!);
        }

        if (plain.IsAssignableTo(typeof(IEnumerable)) && ElementOf(plain) is { } element)
        {
            var two = Two(element);
            return plain.GetConstructors().Any(make => make.GetParameters() is [var only] && only.ParameterType.IsInstanceOfType(two)) ? Activator.CreateInstance(plain, two) : two;
        }

        return plain == typeof(DateOnly) ? new DateOnly(2024, 1, 1)
            : plain == typeof(DateTime) ? new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)
            : plain.IsValueType ? Activator.CreateInstance(plain)
            : null;
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];

    private static Array Two(Type element)
    {
        var values = Array.CreateInstance(element, 2);
        values.SetValue(Of(element), 0);
        values.SetValue(Of(element), 1);
        return values;
    }
}
