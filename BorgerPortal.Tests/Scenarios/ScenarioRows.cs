using System.Collections;
using System.Globalization;
using System.Reflection;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Domain.Worklist;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>
/// Every row of what a scenario is about, every column of it, whatever the exporter knows of. Where a row names another by
/// a number that its database gave, the other's own key stands instead.
/// </summary>
internal static class ScenarioRows
{
    /// <summary>The tables that a scenario is not about; every other one is compared.</summary>
    public static readonly IReadOnlyDictionary<Type, string> NoScenario = new Dictionary<Type, string>
    {
        [typeof(AuditEntry)] = "who did what in this portal",
        [typeof(BookingIntent)] = "what is under way with planners of other systems",
        [typeof(DailyRun)] = "what this portal has done each day",
        [typeof(ErrorReport)] = "a report, and no plan",
        [typeof(EvidenceReceipt)] = "what this portal saw",
        [typeof(LogInSession)] = "who is logged in here",
        [typeof(OutboxNotice)] = "what is to be sent from here",
        [typeof(StoredAnswer)] = "answers of this portal's request ids",
        [typeof(WorkHandling)] = "who handles a report here",
    };

    /// <summary>What cannot be the same in two databases.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotCompared = new Dictionary<string, string>
    {
        ["Citizen.PersonnummerLookup"] = "a hash under keys that each portal has of its own; the deciphered personnummer is compared",
        ["Citizen.Version"] = "counts changes in this database",
        ["PlannedOption.Version"] = "counts changes in this database",
        ["Citizen.Id"] = "a number that the database gives; the personnummer is compared",
        ["CaseWorker.Id"] = "a number that the database gives; jobcentre and identifier are compared",
        ["PlannedTimeslot.Id"] = "a number that the database gives; offer and start are compared",
        ["Absence.Id"] = "a number that the database gives; citizen and position are compared",
        ["Deadline.Id"] = "a number that the database gives; citizen and position are compared",
        ["Occupancy.Id"] = "a number that the database gives; nothing refers to it",
    };

    public static async Task<string> TextAsync(TestPortal portal) => string.Join(
        '\n', (await ReadAsync(portal)).Select(row => $"{row.Table}: {string.Join(" | ", row.Values.Select(value => $"{value.Key}={value.Value}"))}").Order(StringComparer.Ordinal));

    public static Task<List<ScenarioRow>> ReadAsync(TestPortal portal) => portal.ReadAsync(async context =>
    {
        var keys = await Keys.ReadAsync(context, portal.Get<PersonnummerVault>());
        var rows = new List<ScenarioRow>();
        foreach (var type in context.Model.GetEntityTypes().Where(type => !NoScenario.ContainsKey(type.ClrType)))
        {
            var columns = Columns(type).Where(column => !NotCompared.ContainsKey(column.Name)).ToList();
            rows.AddRange((await All(context, type.ClrType).AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(row => new ScenarioRow(
                type.ClrType.Name, columns.ToDictionary(column => column.Name, column => keys.TextOf(column.Name, column.Read(row))))));
        }

        Assert.NotEmpty(rows);
        return rows;
    });

    private static IQueryable<object> All(BookingDbContext context, Type type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(context, null)!;

    private static IEnumerable<Column> Columns(IEntityType type) => type.GetProperties().Concat<IPropertyBase>(type.GetComplexProperties())
        .SelectMany(property => Leaves($"{type.ClrType.Name}.{property.Name}", property.ClrType, row => [property.PropertyInfo!.GetValue(row)]));

    /// <summary>A value of the database, or each of those that one is made of: an address has its own columns here.</summary>
    private static IEnumerable<Column> Leaves(string name, Type type, Func<object, IEnumerable<object?>> read)
    {
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
        if (item is not null && IsMadeOfOthers(item))
        {
            return Leaves(name, item, row => read(row).SelectMany(list => ((IEnumerable)list!).Cast<object?>()));
        }

        return !IsMadeOfOthers(type)
            ? [new Column(name, read)]
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).SelectMany(property => Leaves(
                $"{name}.{property.Name}", property.PropertyType, row => read(row).Select(value => value is null ? null : property.GetValue(value))));
    }

    private static bool IsMadeOfOthers(Type type) => type.IsClass && type.Namespace!.StartsWith("BorgerPortal", StringComparison.Ordinal);

    private sealed record Column(string Name, Func<object, IEnumerable<object?>> Read);

    /// <summary>What the numbers of a database stand for.</summary>
    private sealed record Keys(Dictionary<long, string> Citizens, Dictionary<long, string> CaseWorkers, Dictionary<long, string> Timeslots, PersonnummerVault Vault)
    {
        public static async Task<Keys> ReadAsync(BookingDbContext context, PersonnummerVault vault)
        {
            var token = TestContext.Current.CancellationToken;
            return new Keys(
                (await context.Citizens.AsNoTracking().ToListAsync(token)).ToDictionary(row => row.Id, row => vault.Decipher(row.PersonnummerCipher).Reveal()),
                (await context.CaseWorkers.AsNoTracking().ToListAsync(token)).ToDictionary(row => row.Id, row => $"{row.JobCentreCode}/{row.Identifier}"),
                (await context.Timeslots.AsNoTracking().ToListAsync(token)).ToDictionary(row => row.Id, row => $"{row.OptionId}@{TextOf(row.Start)}"),
                vault);
        }

        public string? TextOf(string column, IEnumerable<object?> values)
        {
            var texts = values.Select(value => value is null ? null : column.Split('.')[^1] switch
            {
                nameof(Citizen.PersonnummerCipher) => Vault.Decipher((byte[])value).Reveal(),
                nameof(Booking.CitizenId) => Citizens[(long)value],
                nameof(Booking.CaseWorkerId) => CaseWorkers[(long)value],
                nameof(PlannedTimeslotCaseWorker.TimeslotId) => Timeslots[(long)value],
                _ => TextOf(value),
            }).ToList();
            return texts.TrueForAll(text => text is null) ? null : string.Join(';', texts);
        }

        private static string TextOf(object value) => value switch
        {
            string text => text,
            DateTimeOffset instant => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            IEnumerable list => string.Join(',', list.Cast<object>().Select(TextOf)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }
}

/// <summary>One row, by the names of its columns.</summary>
internal sealed record ScenarioRow(string Table, IReadOnlyDictionary<string, string?> Values);
