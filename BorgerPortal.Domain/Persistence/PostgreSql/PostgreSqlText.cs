using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// The statements of one text, as the server takes them: one by one, parameters by number. Npgsql would find that out
/// anew at each call.
/// </summary>
internal sealed partial class PostgreSqlText
{
    private static readonly ConcurrentDictionary<Type, PostgreSqlText> Known = new();

    private PostgreSqlText(string sql, List<string> names) => Statements = [.. sql.Split(';').Select(statement => Translate(statement, names))];

    /// <summary>Each with its parameters: their places among those that were bound.</summary>
    public IReadOnlyList<(string Sql, IReadOnlyList<int> Parameters)> Statements { get; }

    /// <param name="type">Whose text it is; each type has one.</param>
    /// <param name="sql">The text.</param>
    /// <param name="names">The parameters in the order in which they are bound.</param>
    public static PostgreSqlText Of(Type type, string sql, List<string> names) =>
        Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, new PostgreSqlText(sql, names));

    private static (string Sql, IReadOnlyList<int> Parameters) Translate(string statement, List<string> names)
    {
        var parameters = new List<int>();
        var sql = Parameter().Replace(statement, match =>
        {
            var place = names.IndexOf(match.Value);
            if (!parameters.Contains(place))
            {
                parameters.Add(place);
            }

            return $"${parameters.IndexOf(place) + 1}";
        });
        return (sql.Trim(), parameters);
    }

    [GeneratedRegex("@[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
