using System.Text.RegularExpressions;

namespace BorgerPortal.Domain.Security;

/// <summary>Takes whatever could be a personnummer out of what somebody wrote, before it is kept.</summary>
public static partial class PersonnummerMask
{
    /// <summary>The text with a star for each such digit.</summary>
    public static string Apply(string text) =>
        PersonnummerLike().Replace(text, match => match.Groups["reference"].Success ? match.Value : new string('*', match.Length));

    // Ten digits or more, also as a personnummer is written. The reference of an error, 32 hex digits, may hold as many in a row.
    [GeneratedRegex("(?<reference>(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{32}(?![0-9A-Za-z]))|[0-9]{6}[- ]?[0-9]{4,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonnummerLike();
}
