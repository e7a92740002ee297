using BorgerPortal.Domain.Worklist;
using BorgerPortal.Web.Journeys.CaseWorkers.Worklist;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace BorgerPortal.Tests.Journeys.CaseWorkers;

public sealed class WorkAddressTests
{
    public static TheoryData<WorkState, WorkKind, WorkOrder> Filters
    {
        get
        {
            var all = new TheoryData<WorkState, WorkKind, WorkOrder>();
            foreach (var state in Enum.GetValues<WorkState>())
            {
                foreach (var kind in Enum.GetValues<WorkKind>())
                {
                    foreach (var order in Enum.GetValues<WorkOrder>())
                    {
                        all.Add(state, kind, order);
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Address_WrittenAndRead_IsTheSame(WorkState state, WorkKind kind, WorkOrder order)
    {
        var filter = new WorkFilter(state, kind, order, Page: 3);
        var query = QueryHelpers.ParseQuery(new Uri("http://localhost/" + WorkAddress.Of(filter)).Query);

        Assert.Equal(filter, WorkAddress.Read(query["vis"], query["art"], query["orden"], query["side"]));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("0", 1)]
    [InlineData("-4", 1)]
    [InlineData("sidste", 1)]
    [InlineData("99999", WorklistReader.LastPage)]
    public void Address_NoWordOfIt_IsAsNothingChosen(string? page, int read) =>
        Assert.Equal(new WorkFilter(Page: read), WorkAddress.Read("x", "", null, page));
}
