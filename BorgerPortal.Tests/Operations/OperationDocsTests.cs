using System.Globalization;
using System.Text.RegularExpressions;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Rules;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>docs/operations.md tells of the code as it is.</summary>
public sealed partial class OperationDocsTests
{
    private static readonly Dictionary<string, List<int>> Documented = Read();

    [Fact]
    public void OperationDocs_EveryOperation_ListsItsRow()
    {
        Assert.Equal(OperationRows.All.Keys.Order(), Documented.Keys.Order());
        foreach (var (operation, row) in OperationRows.All)
        {
            Assert.Equal(row.Order(), Documented[operation].Distinct().Order());
        }
    }

    [Fact]
    public void OperationDocs_CreateBooking_TellsTheRulesInTheirOrder()
    {
        var rules = BookingRules.All.Select(rule => rule.Code.Number)
            .Concat(AssembledRules.OfCreateBooking.Select(rule => rule.Code.Number))
            .ToList();
        Assert.Equal(rules, Documented[OperationNames.CreateBooking].Where(rules.Contains));
    }

    [Fact]
    public void OperationDocs_RescheduleBooking_TellsTheRulesInTheirOrder()
    {
        var early = RescheduleRules.All.Select(rule => rule.Code.Number).Distinct().ToList();
        var assembled = AssembledRules.Common.Select(rule => rule.Code.Number).ToList();
        var told = Documented[OperationNames.RescheduleBooking].Skip(6).Where(code => early.Contains(code) || assembled.Contains(code));
        Assert.Equal(early.Concat(assembled), told);
    }

    [Fact]
    public void OperationDocs_CancelBooking_TellsTheRulesInTheirOrder() => Assert.Equal(
        CancellationRules.All.Select(rule => rule.Code.Number),
        Documented[OperationNames.CancelBooking].Skip(4).Take(CancellationRules.All.Count));

    private static Dictionary<string, List<int>> Read()
    {
        var documented = new Dictionary<string, List<int>>();
        var operation = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "operations.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                documented[operation = line[3..]] = [];
            }
            else if (TableRow().Match(line) is { Success: true } row)
            {
                documented[operation].Add(int.Parse(row.Groups["code"].Value, CultureInfo.InvariantCulture));
            }
        }

        return documented;
    }

    [GeneratedRegex(@"^\| (?<code>[0-9]+) \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableRow();
}
