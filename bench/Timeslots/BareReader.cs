using System.Globalization;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Time;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.Timeslots;

/// <summary>A connection with the portal's own three statements prepared, read as bare as Microsoft.Data.Sqlite lets us.</summary>
internal sealed class BareReader
{
    private readonly SqliteCommand _citizen;
    private readonly SqliteCommand _times;
    private readonly SqliteCommand _calendars;
    private readonly Dictionary<string, int[]> _contactTypes = new(StringComparer.Ordinal);

    public BareReader(SqliteSettings settings)
    {
        var connection = settings.OpenReader();
        _citizen = Prepare(connection, new ReadCitizenFile(default, default).Sql, "@id", "@lookup", "@from");
        _times = Prepare(connection, new ReadTimeslots(default, default, default, default, default).Sql, "@option", "@citizen", "@from", "@to", "@moving");
        _calendars = Prepare(
            connection,
            new ReadCalendars([], default, default, default).Sql,
            [.. ReadCalendars.Names, "@long_before", "@from", "@to", "@moving"]);
    }

    public TimeslotsAnswer Read(byte[] lookup, Guid offer, DateTimeOffset from, DateTimeOffset to)
    {
        var found = ReadTimes(FindCitizen(lookup, from), offer, from, to);
        var ids = found.SelectMany(time => time.Workers).Distinct().ToList();
        var (workers, taken) = ReadCalendar(ids, found[0].Start, found[^1].Start + found[0].Length);
        Dictionary<long, int> numbers = [];
        var free = new List<FreeTime>(found.Count);
        foreach (var time in found)
        {
            var those = time.Workers.FindAll(worker => IsFree(taken[worker], time.Start, time.Start + time.Length));
            if (those.Count > 0)
            {
                free.Add(new FreeTime(
                    Wire(time.Start), time.ContactTypes, true, true, null, null,
                    those.ConvertAll(worker => numbers.TryGetValue(worker, out var number) ? number : numbers[worker] = numbers.Count + 1)));
            }
        }

        return new TimeslotsAnswer([.. numbers.Select(pair => new BookableWorker(pair.Value, workers[pair.Key]))], free);
    }

    private long FindCitizen(byte[] lookup, DateTimeOffset from)
    {
        Bind(_citizen, 0L, lookup, from.ToUnixTimeMilliseconds());
        using var reader = _citizen.ExecuteReader();
        reader.Read();
        var id = reader.GetInt64(0);
        while (reader.NextResult())
        {
            while (reader.Read())
            {
            }
        }

        return id;
    }

    private List<Time> ReadTimes(long citizen, Guid offer, DateTimeOffset from, DateTimeOffset to)
    {
        Bind(_times, offer, citizen, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), Guid.Empty);
        using var reader = _times.ExecuteReader();
        reader.Read();
        var length = reader.GetInt32(11) * 60_000L;
        reader.NextResult();
        reader.NextResult();
        var times = new List<Time>();
        var last = 0L;
        while (reader.Read())
        {
            var id = reader.GetInt64(0);
            if (id != last)
            {
                times.Add(new Time(reader.GetInt64(2), length, Split(reader.GetString(3)), []));
                last = id;
            }

            times[^1].Workers.Add(reader.GetInt64(1));
        }

        reader.NextResult();
        while (reader.Read())
        {
        }

        return times;
    }

    private (Dictionary<long, Worker> Workers, Dictionary<long, Queue<Block>> Taken) ReadCalendar(List<long> ids, long from, long to)
    {
        for (var number = 0; number < ReadCalendars.MostAtOnce; number++)
        {
            _calendars.Parameters[number].Value = number < ids.Count ? ids[number] : 0L;
        }

        _calendars.Parameters[ReadCalendars.MostAtOnce].Value = from - 86_400_000L;
        _calendars.Parameters[ReadCalendars.MostAtOnce + 1].Value = from;
        _calendars.Parameters[ReadCalendars.MostAtOnce + 2].Value = to;
        _calendars.Parameters[ReadCalendars.MostAtOnce + 3].Value = Guid.Empty;
        using var reader = _calendars.ExecuteReader();
        Dictionary<long, Worker> workers = [];
        var taken = ids.ToDictionary(id => id, _ => new Queue<Block>());
        while (reader.Read())
        {
            workers[reader.GetInt64(0)] = new Worker(
                reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5), reader.GetString(2));
        }

        reader.NextResult();
        while (reader.Read())
        {
            taken[reader.GetInt64(0)].Enqueue(new Block(reader.GetInt64(1), reader.GetInt64(2)));
        }

        return (workers, taken);
    }

    // Times and blocks both come in order: what ends before a time is over for all that follow.
    private static bool IsFree(Queue<Block> blocks, long start, long end)
    {
        while (blocks.TryPeek(out var first) && first.End <= start)
        {
            blocks.Dequeue();
        }

        return !blocks.TryPeek(out var next) || next.Start >= end;
    }

    private int[] Split(string text) => _contactTypes.TryGetValue(text, out var types)
        ? types
        : _contactTypes[text] = [.. text.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static string Wire(long start) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(start), DanishTime.Zone)
        .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] parameters)
    {
        // One transaction, as the portal has it.
        var command = new SqliteCommand($"BEGIN; {sql}; COMMIT", connection);
        command.Parameters.AddRange(parameters.Select(name => new SqliteParameter { ParameterName = name }));
        return command;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }
    }

    private readonly record struct Block(long Start, long End);

    private sealed record Time(long Start, long Length, int[] ContactTypes, List<long> Workers);
}
