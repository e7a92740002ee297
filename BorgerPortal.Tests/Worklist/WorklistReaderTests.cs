using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Worklist;
using Xunit;

namespace BorgerPortal.Tests.Worklist;

/// <summary>The list of a jobcentre.</summary>
public abstract class WorklistReaderTests : IAsyncLifetime
{
    public sealed class OnSqlite : WorklistReaderTests;

    public sealed class OnPostgreSql : WorklistReaderTests;

    private WorkScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await WorkScene.SetAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task List_ReportsAndReceipts_ComeInTheOrderThatIsAskedFor()
    {
        var first = await _scene.AddReportAsync(minute: 1, code: 8131);
        var second = await _scene.AddReceiptAsync(minute: 2);
        var third = await _scene.AddReportAsync(minute: 3, code: 4792);

        Assert.Equal([third, second, first], await _scene.KeysAsync(new WorkFilter()));
        Assert.Equal([first, second, third], await _scene.KeysAsync(new WorkFilter(Order: WorkOrder.Oldest)));
        Assert.Equal([third, first, second], await _scene.KeysAsync(new WorkFilter(Order: WorkOrder.Code)));
        Assert.Equal([third, first], await _scene.KeysAsync(new WorkFilter(Kind: WorkKind.Reports)));
        Assert.Equal([second], await _scene.KeysAsync(new WorkFilter(Kind: WorkKind.Receipts)));
    }

    [Fact]
    public async Task List_ByWhatIsLeftToDo_HasThose()
    {
        WorkKey[] reports = [await _scene.AddReportAsync(1), await _scene.AddReportAsync(2), await _scene.AddReportAsync(3)];
        WorkKey[] receipts = [await _scene.AddReceiptAsync(4), await _scene.AddReceiptAsync(5), await _scene.AddReceiptAsync(6)];
        foreach (var keys in new[] { reports, receipts })
        {
            await _scene.DoAsync(keys[0], WorkStep.Handle);
            await _scene.DoAsync(keys[1], WorkStep.Take);
            await _scene.DoAsync(keys[2], WorkStep.Take, _scene.Other);
        }

        Assert.Equal([receipts[2], receipts[1], reports[2], reports[1]], await _scene.KeysAsync(new WorkFilter(WorkState.Open)));
        Assert.Equal([receipts[1], reports[1]], await _scene.KeysAsync(new WorkFilter(WorkState.Mine)));
        Assert.Equal([receipts[2], reports[2]], await _scene.KeysAsync(new WorkFilter(WorkState.Mine), _scene.Other));
        Assert.Equal([receipts[0], reports[0]], await _scene.KeysAsync(new WorkFilter(WorkState.Handled)));
        Assert.Equal(6, (await _scene.KeysAsync(new WorkFilter(WorkState.All))).Count);
    }

    [Fact]
    public async Task List_MoreThanAPage_GoesOnWithoutLeavingAnyOut()
    {
        var all = new List<WorkKey>();
        for (var minute = 0; minute < WorklistReader.OnAPage + 3; minute++)
        {
            all.Add(minute % 2 == 0 ? await _scene.AddReportAsync(minute) : await _scene.AddReceiptAsync(minute));
        }

        var first = await _scene.ListAsync(new WorkFilter(Order: WorkOrder.Oldest));
        var second = await _scene.ListAsync(new WorkFilter(Order: WorkOrder.Oldest, Page: 2));

        Assert.Equal((true, false), (first.HasMore, second.HasMore));
        Assert.Equal(all, first.Items.Concat(second.Items).Select(item => item.Key));
    }

    [Fact]
    public async Task List_OtherJobCentre_HasNothingOfThisOne()
    {
        var key = await _scene.AddReportAsync();
        await _scene.AddReceiptAsync();

        Assert.Empty(await _scene.KeysAsync(new WorkFilter(WorkState.All), _scene.Elsewhere));
        Assert.Null(await _scene.FindAsync(key, _scene.Elsewhere));
    }

    [Fact]
    public async Task Find_Report_TellsAllButTheCitizensName()
    {
        var key = await _scene.AddReportAsync();
        await _scene.DoAsync(key, WorkStep.Take, note: "Jeg ser på det");

        var file = (await _scene.FindAsync(key))!;

        Assert.Equal((8131, "Der mangler noget", _scene.Booking.Option.Title), (file.Item.Code, file.Item.Text, file.Item.OfferTitle));
        Assert.Equal((_scene.Booking.Worker.ToSupervisor().FullName, 1, false), (file.Item.TakenByName, file.Item.Steps, file.Item.IsHandled));
        Assert.Equal(new WorkDone(_scene.Booking.Portal.Clock.GetUtcNow(), _scene.Booking.Worker.ToSupervisor().FullName, WorkStep.Take, "Jeg ser på det"), Assert.Single(file.Done));
    }

    [Fact]
    public async Task Find_Receipt_TellsWhatItIs()
    {
        var item = (await _scene.FindAsync(await _scene.AddReceiptAsync()))!.Item;

        Assert.Equal((EvidenceKind.NoFreeTime, 12, null), (item.Evidence, item.InterviewType, item.Code));
    }

    [Fact]
    public void Key_WrittenAndRead_IsTheSame()
    {
        Assert.Equal(WorkKey.Of(17), WorkKey.Read("f-17"));
        var receipt = new Guid("5b1f6f0a-0001-4000-8000-000000000001");
        Assert.Equal(WorkKey.Of(receipt), WorkKey.Read(WorkKey.Of(receipt).ToString()));
        Assert.All(new[] { null, "", "f-", "f-x", "k-17", "17" }, text => Assert.Null(WorkKey.Read(text)));
    }
}
