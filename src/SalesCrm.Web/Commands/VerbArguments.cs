using System.Globalization;

namespace SalesCrm.Web.Commands;

/// <summary>What followed the verb: words, options with a value (<c>--name value</c> or <c>--name=value</c>) and flags.</summary>
public sealed class VerbArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    /// <exception cref="UsageException">A name that the verb does not know, a value that is missing, or a wrong number of words.</exception>
    public static VerbArguments Read(Verb verb, IReadOnlyList<string> args)
    {
        var read = new VerbArguments();
        for (var index = 0; index < args.Count; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal) || args[index].Length == 2)
            {
                read._words.Add(args[index]);
                continue;
            }

            var (name, value) = args[index][2..].Split('=', 2) is [var before, var after] ? (before, after) : (args[index][2..], null);
            if (verb.Flags.Contains(name) && value is null)
            {
                read._flags.Add(name);
            }
            else if (!verb.Options.Contains(name))
            {
                throw new UsageException($"{verb.Name} does not know --{name}.");
            }
            else if ((value ?? (index + 1 < args.Count ? args[++index] : null)) is not { } given)
            {
                throw new UsageException($"--{name} needs a value.");
            }
            else if (!read._options.TryAdd(name, given))
            {
                throw new UsageException($"--{name} is given twice.");
            }
        }

        return read._words.Count >= verb.Words.Least && read._words.Count <= verb.Words.Most
            ? read
            : throw new UsageException($"{verb.Name} takes {(verb.Words.Least == verb.Words.Most ? verb.Words.Least : $"{verb.Words.Least} to {verb.Words.Most}")} word(s), not {read._words.Count}.");
    }

    public bool Has(string flag) => _flags.Contains(flag);

    public string? Find(string option) => _options.GetValueOrDefault(option);

    /// <exception cref="UsageException">The option is missing.</exception>
    public string Need(string option) => Find(option) ?? throw new UsageException($"--{option} is missing.");

    /// <exception cref="UsageException">The value is no whole number in the range.</exception>
    public int Number(string option, int otherwise, int least, int most)
        => Find(option) is not { } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new UsageException($"--{option} has to be a whole number from {least} to {most}.");

    /// <exception cref="UsageException">The value is none of the names.</exception>
    public T OneOf<T>(string option)
        where T : struct, Enum
        => Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, Need(option), StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<T>(found)
            : throw new UsageException($"--{option} has to be one of {string.Join(", ", Enum.GetNames<T>())}.");
}
