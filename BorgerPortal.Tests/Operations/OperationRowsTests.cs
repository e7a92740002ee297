using System.Reflection;
using System.Text.RegularExpressions;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>The matrix of operations and errors against the code and against the tests.</summary>
public sealed partial class OperationRowsTests
{
    [Fact]
    public void OperationRows_EveryOperation_HasTheMatrixsRow()
    {
        foreach (var (operation, row) in OperationRows.All)
        {
            Assert.Equal(ErrorMatrix.RowOf(operation).Order(), row.Order());
        }
    }

    [Fact]
    public void OperationRows_EveryPair_HasATestNamedForIt()
    {
        var tested = typeof(OperationRowsTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => TestName().Match(method.Name))
            .Where(match => match.Success)
            .Select(match => (Operation: match.Groups["operation"].Value, Code: match.Groups["code"].Value))
            .ToHashSet();
        var missing =
            from operation in OperationRows.All.Keys
            from code in ErrorMatrix.RowOf(operation)
            let pair = (ErrorMatrix.NamesInCSharp[operation], code.ToString(System.Globalization.CultureInfo.InvariantCulture))
            where !tested.Contains(pair)
            select pair;
        Assert.Empty(missing);
    }

    [GeneratedRegex("^(?<operation>[A-Za-z]+)_(?<code>[0-9]{4,5})(_|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
