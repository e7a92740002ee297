using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BorgerPortal.Domain.Persistence.Mappings;

/// <summary>How values that no database knows are kept: short lists as text, a location and the like as JSON.</summary>
internal static class Conversions
{
    // Danish letters stay readable in the database; nothing of it is ever put into HTML unencoded.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Join(IEnumerable<int> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    public static IReadOnlyList<int> Split(string text) =>
        text.Length == 0 ? [] : [.. text.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    public static string Join(IEnumerable<string> words) => string.Join('\n', words);

    public static IReadOnlyList<string> SplitWords(string text) => text.Length == 0 ? [] : text.Split('\n');

    public static string? ToJson<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, Json);

    public static T? FromJson<T>(string? text) => text is null ? default : JsonSerializer.Deserialize<T>(text, Json);

    public static string ToJsonList<T>(IReadOnlyList<T> values) => JsonSerializer.Serialize(values, Json);

    public static void AsNumbers(this PropertyBuilder<IReadOnlyList<int>> property) =>
        property.HasConversion(NumberConverter, NumberComparer);

    public static void AsWords(this PropertyBuilder<IReadOnlyList<string>> property) => property.HasConversion(
        new ValueConverter<IReadOnlyList<string>, string>(list => Join(list), text => SplitWords(text)),
        new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));

    public static readonly ValueConverter<IReadOnlyList<int>, string> NumberConverter = new(list => Join(list), text => Split(text));

    public static readonly ValueComparer<IReadOnlyList<int>> NumberComparer =
        new((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList());

    // A record compares by value, so EF needs no comparer.
    public static readonly ValueConverter<InterviewLocation?, string?> LocationConverter = new(
        location => ToJson(location), text => FromJson<InterviewLocation>(text));

    public sealed class JsonList<T>() : ValueConverter<IReadOnlyList<T>, string>(
        list => ToJsonList(list), text => JsonSerializer.Deserialize<List<T>>(text, Json)!);

    public sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
        (a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList());
}
