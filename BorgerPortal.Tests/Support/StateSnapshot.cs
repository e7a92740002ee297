using System.Data.Common;
using System.Globalization;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Tests.Support;

/// <summary>
/// Every row of every table, so that a test can demand that nothing has changed: seats, bookings, deadlines and all else,
/// also of tables that come later. Left out is what a refusal leaves behind on purpose.
/// </summary>
public static class StateSnapshot
{
    private static readonly Type[] LeftByARefusal = [typeof(AuditEntry), typeof(ErrorReport), typeof(StoredAnswer)];

    /// <summary>One line for each row, in the order of its table and its own text.</summary>
    public static Task<IReadOnlyList<string>> TakeAsync(BookingDbContext context) => TakeAsync(context, LeftByARefusal);

    /// <summary>What a refusal leaves behind is of it too: nothing at all may have been written.</summary>
    public static Task<IReadOnlyList<string>> TakeAllAsync(BookingDbContext context) => TakeAsync(context, []);

    private static async Task<IReadOnlyList<string>> TakeAsync(BookingDbContext context, Type[] leftOut)
    {
        var tables = context.Model.GetEntityTypes()
            .Where(entity => entity.FindPrimaryKey() is not null && !leftOut.Contains(entity.ClrType))
            .Select(entity => entity.GetTableName()!)
            .Distinct().Order(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync();
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange(await ReadAsync(context.Database.GetDbConnection(), table));
        }

        return rows;
    }

    private static async Task<IEnumerable<string>> ReadAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add($"{table}: {string.Join(" | ", row.Select(Write))}");
        }

        return rows.Order(StringComparer.Ordinal);
    }

    private static string? Write(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
