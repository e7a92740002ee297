using System.Text.Json;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>Makes a value of a JSON element, or says what is wrong with it: null is a sound value.</summary>
internal delegate string? ValueReader<T>(JsonElement element, out T value);

/// <summary>The kinds of values that a file holds.</summary>
internal static class JsonValues
{
    public static ValueReader<string> Text(TextFacet facet) => (element, out value) =>
        ReadText(element, out value) ?? (facet.Holds(value) ? null : facet.Otherwise);

    public static ValueReader<int> Number(int min = int.MinValue, int max = int.MaxValue) => (element, out value) =>
    {
        value = 0;
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out value))
        {
            return "Not a whole number.";
        }

        return value >= min && value <= max ? null : $"The number must lie between {min} and {max}.";
    };

    public static string? Flag(JsonElement element, out bool value)
    {
        value = element.ValueKind == JsonValueKind.True;
        return value || element.ValueKind == JsonValueKind.False ? null : "Neither true nor false.";
    }

    /// <summary>The id of zeros alone is nobody's.</summary>
    public static string? Id(JsonElement element, out Guid value)
    {
        var fault = ReadText(element, out var text);
        value = Facets.ReadGuid(text) ?? default;
        return fault ?? (value == default ? "Not an id such as 5b1f6f0a-0001-4000-8000-000000000001." : null);
    }

    public static string? Person(JsonElement element, out Personnummer value)
    {
        value = default;
        return ReadText(element, out var text) ?? (Personnummer.TryParse(text, out value) ? null : "Not a personnummer.");
    }

    public static ValueReader<DateOnly> Date(ScenarioDates dates) => (element, out value) =>
    {
        var fault = ReadText(element, out var text);
        value = dates.ReadDate(text) ?? default;
        return fault ?? (dates.ReadDate(text) is null ? "Not a date such as 2026-12-01 or @+3." : null);
    };

    public static ValueReader<DateTimeOffset> Instant(ScenarioDates dates) => (element, out value) =>
    {
        var fault = ReadText(element, out var text);
        value = dates.ReadInstant(text) ?? default;
        if (fault is not null || dates.ReadInstant(text) is not null)
        {
            return fault;
        }

        return dates.IsSkippedByTheClocks(text)
            ? "This local time does not exist: the clocks skip it."
            : "Not a dateTime such as 2026-12-01T09:00 or @+3T09:00.";
    };

    public static string? Any(JsonElement element, out JsonElement value)
    {
        value = element;
        return null;
    }

    public static string? List(JsonElement element, out JsonElement value)
    {
        value = element;
        return element.ValueKind == JsonValueKind.Array ? null : "Not a list.";
    }

    /// <summary>Null for a name that is no valid Unicode.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? ReadText(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String)
        {
            return "Not a text.";
        }

        try
        {
            text = element.GetString()!;

            // PostgreSQL keeps none, and a file that one database takes is to be taken by the other.
            return text.Contains('\0') ? "The text holds the character U+0000." : null;
        }
        catch (InvalidOperationException)
        {
            return "The text is no valid Unicode.";
        }
    }
}
