using System.Text.Json;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>
/// Where each collection of a file lies. The file is read through once to find that out and to see that it is JSON to its
/// end, so that its collections can be read afterwards in the order in which they need each other, row by row.
/// </summary>
internal sealed class ScenarioIndex
{
    private const int BufferSize = 1 << 16;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly HashSet<string> Collections =
        new(["jobcentre", "sagsbehandlere", "borgere", "moedetilbud", "moedetider", "indkaldelser"], StringComparer.Ordinal);

    private readonly Dictionary<string, (long Start, long End)> _found = new(StringComparer.Ordinal);
    private readonly FaultList _faults;
    private string? _open;
    private long _openedAt;

    private ScenarioIndex(FaultList faults) => _faults = faults;

    /// <summary>The bytes of a collection's list; null where the file has none.</summary>
    public (long Start, long End)? Find(string collection) => _found.TryGetValue(collection, out var place) ? place : null;

    /// <returns>Null where it is no JSON object.</returns>
    public static async Task<ScenarioIndex?> MakeAsync(Stream json, FaultList faults, CancellationToken cancellationToken)
    {
        var index = new ScenarioIndex(faults);
        try
        {
            return await index.ReadAsync(json, cancellationToken) ? index : null;
        }
        catch (JsonException exception)
        {
            // Only the place is told: the parser's own message may repeat what stands there.
            var (line, position) = (exception.LineNumber.GetValueOrDefault() + 1, exception.BytePositionInLine.GetValueOrDefault() + 1);
            faults.Add(JsonPath.Root, $"Not JSON: broken at line {line}, position {position}.");
            return null;
        }
    }

    private async Task<bool> ReadAsync(Stream json, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var filled = await json.ReadAtLeastAsync(buffer, ByteOrderMark.Length, throwOnEndOfStream: false, cancellationToken);
        var begin = buffer.AsSpan(0, filled).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var before = (long)begin;
        buffer.AsSpan(begin, filled - begin).CopyTo(buffer);
        filled -= begin;

        var state = default(JsonReaderState);
        while (true)
        {
            if (filled == buffer.Length)
            {
                // One value is longer than the buffer.
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var count = await json.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            filled += count;
            var (consumed, isObject) = Scan(buffer.AsSpan(0, filled), before, isLast: count == 0, ref state);
            if (!isObject)
            {
                return false;
            }

            if (count == 0)
            {
                return true;
            }

            buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
            (before, filled) = (before + consumed, filled - consumed);
        }
    }

    private (int Consumed, bool IsObject) Scan(ReadOnlySpan<byte> bytes, long before, bool isLast, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
            {
                _faults.Add(JsonPath.Root, "Not an object.");
                return (0, false);
            }

            if (reader.CurrentDepth == 1)
            {
                Note(ref reader, before);
            }
        }

        state = reader.CurrentState;
        return ((int)reader.BytesConsumed, true);
    }

    private void Note(ref Utf8JsonReader reader, long before)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _open = NameOf(ref reader);
                break;
            case JsonTokenType.StartArray:
                _openedAt = before + reader.TokenStartIndex;
                break;
            case JsonTokenType.EndArray when _open is not null && !_found.TryAdd(_open, (_openedAt, before + reader.BytesConsumed)):
                _faults.Add(JsonPath.Root.Member(_open), "The member stands here twice.");
                break;
            case JsonTokenType.EndArray or JsonTokenType.Null or JsonTokenType.EndObject:
                break;
            default:
                if (_open is not null)
                {
                    _faults.Add(JsonPath.Root.Member(_open), "Not a list.");
                }

                break;
        }
    }

    /// <summary>Null for a member that nobody knows, which is a fault.</summary>
    private string? NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            var name = reader.GetString()!;
            if (Collections.Contains(name))
            {
                return name;
            }

            _faults.Add(JsonPath.Root.Stranger(name), "Unknown member.");
        }
        catch (InvalidOperationException)
        {
            _faults.Add(JsonPath.Root, "A member's name is no valid Unicode.");
        }

        return null;
    }
}
