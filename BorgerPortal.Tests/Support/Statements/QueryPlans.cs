using System.Data.Common;
using System.Text.RegularExpressions;
using BorgerPortal.Domain.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support.Statements;

/// <summary>Asks the database how it would carry statements out, whatever their parameters are.</summary>
public static partial class QueryPlans
{
    private const string AsThePortal = "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";

    // Plans as in a large country, whether or not the few rows have been counted meanwhile, and on however many pages they and
    // what was deleted before them lie: with one jobcentre in them, any index would do.
    private const string ManyRows = """
        DELETE FROM pg_statistic;
        UPDATE pg_class SET relpages = greatest(pg_relation_size(oid) / 8192, 1), reltuples = 1000000 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
        """;

    private const string FirstColumns = """
        SELECT c.relname || ' ' || a.attname FROM pg_index AS i
        JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_attribute AS a ON a.attrelid = i.indexrelid AND a.attnum = 1
        WHERE c.relnamespace = 'public'::regnamespace
        """;

    /// <summary>The steps that would read a table from end to end, each with its statement.</summary>
    /// <param name="services">A portal's.</param>
    /// <param name="statements">What it is asked.</param>
    /// <param name="lengths">The parameters that are lengths of time.</param>
    /// <param name="asCounted">
    /// Plans by the rows that are there, which must be many and alike: in which order tables are joined that a jobcentre has
    /// many rows of, PostgreSQL tells by how many that is.
    /// </param>
    public static async Task<IReadOnlyList<string>> WholeTablesAsync(
        IServiceProvider services, IEnumerable<string> statements, ICollection<string> lengths, bool asCounted = false)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<BookingDbContext>>().CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        var found = new List<string>();
        foreach (var statement in statements.SelectMany(text => text.Split(';')).Select(text => text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var steps = connection is SqliteConnection ? await OnSqliteAsync(connection, statement) : await OnPostgreSqlAsync(connection, statement, lengths, asCounted ? "ANALYZE" : ManyRows);
            found.AddRange(steps.Select(step => $"{step} in {statement}"));
        }

        return found;
    }

    private static async Task<IEnumerable<string>> OnSqliteAsync(DbConnection connection, string statement)
    {
        var steps = await ReadAsync(connection, "EXPLAIN QUERY PLAN " + statement, column: 3);

        // A list of keys that the statement brings along, and what a statement has found itself, are gone through to their end.
        return steps.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) && !OwnRows().IsMatch(step));
    }

    private static async Task<IEnumerable<string>> OnPostgreSqlAsync(DbConnection connection, string statement, ICollection<string> lengths, string count)
    {
        var names = Parameter().Matches(statement).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        var numbered = Parameter().Replace(statement, match =>
            $"${names.IndexOf(match.Value) + 1}" + (lengths.Contains(match.Value) ? "::interval" : ""));
        var values = names.Count == 0 ? "" : $"({string.Join(", ", names.Select(_ => "NULL"))})";

        // On tables of a few rows PostgreSQL would read them whole: told not to, it does so only where there is no other way.
        await ReadAsync(connection, $"BEGIN; {count}; {AsThePortal}; SET LOCAL plan_cache_mode = force_generic_plan; PREPARE asked AS {numbered}", column: 0);
        try
        {
            var steps = await ReadAsync(connection, $"EXPLAIN EXECUTE asked{values}", column: 0);
            var firstColumns = (await ReadAsync(connection, FirstColumns, column: 0)).Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            return steps.Where((step, line) => step.Contains("Seq Scan", StringComparison.Ordinal) || IsWholeIndex(steps, line, firstColumns));
        }
        finally
        {
            await ReadAsync(connection, "ROLLBACK; DEALLOCATE asked", column: 0);
        }
    }

    // An index that nothing is looked up in is read from end to end too, and so may be one whose first column is not asked for.
    // What is looked up stands in the next line.
    private static bool IsWholeIndex(IReadOnlyList<string> steps, int line, Dictionary<string, string> firstColumns) =>
        IndexOf(steps[line]) is { } index
        && !(line + 1 < steps.Count && steps[line + 1].Contains("Index Cond", StringComparison.Ordinal)
             && steps[line + 1].Contains(firstColumns[index], StringComparison.Ordinal));

    private static string? IndexOf(string step) => IndexScan().Match(step) is { Success: true } match ? match.Groups["index"].Value : null;

    private static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, string sql, int column)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in connection is SqliteConnection ? Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal) : [])
        {
            command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(column));
        }

        return rows;
    }

    [GeneratedRegex("Index (Only )?Scan (Backward )?(using|on) (?<index>[a-z0-9_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IndexScan();

    [GeneratedRegex("@[A-Za-z_][A-Za-z0-9_]*", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"VIRTUAL TABLE|CONSTANT ROW|SCAN \(subquery|SCAN \(join|SCAN (me|who)( |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnRows();
}
