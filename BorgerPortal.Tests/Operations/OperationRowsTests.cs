using System.Reflection;
using System.Text.RegularExpressions;
using BorgerPortal.Domain;
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
    public void OperationRows_OfTheMatrix_AreAllThere()
    {
        Assert.Equal(ErrorMatrix.NamesInCSharp.Keys.Order(), OperationRows.All.Keys.Order());
        Assert.Equal(135, OperationRows.All.Values.Sum(row => row.Count));
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

    [Fact]
    public void Hold_CodeOutsideTheRow_IsABug()
    {
        Assert.Throws<InvalidOperationException>(() => OperationRows.Hold<CurrentBookings>(OperationNames.GetBookings, Errors.NotThisCitizens));
        Assert.Equal(8107, OperationRows.Hold<BookingView>(OperationNames.GetBooking, Errors.NotThisCitizens).Leading!.Code.Number);
    }

    /// <summary>So no test, by whatever road it asks, sees a code outside the row without failing.</summary>
    [Fact]
    public void OperationRows_EveryOperation_HoldsItsAnswersAgainstItsRow() => Assert.All(OperationRows.All.Keys, operation =>
    {
        var name = ErrorMatrix.NamesInCSharp[operation];
        var source = File.ReadAllText(Path.Combine(SolutionFolder.Path, "BorgerPortal.Domain", "Operations", name + ".cs"));
        Assert.Contains($"OperationRows.Hold(OperationNames.{name}, ", source, StringComparison.Ordinal);
    });

    [GeneratedRegex("^(?<operation>[A-Za-z]+)_(?<code>[0-9]{4,5})(_|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
