using Xunit;

namespace BorgerPortal.E2E.Durability;

public sealed class StraceLogTests
{
    [Fact]
    public void Read_WholeLine_NamesCallFileAndResult()
    {
        var call = Assert.Single(StraceLog.Read(["12  fsync(217</data/borgerportal.db-wal>) = 0"]));

        Assert.Equal(new SystemCall(0, 0, "fsync", "217</data/borgerportal.db-wal>", "0"), call);
        Assert.Equal("/data/borgerportal.db-wal", call.File);
        Assert.True(call.IsSync && call.Succeeded);
    }

    [Fact]
    public void Read_InterruptedByAnotherThread_IsJoinedAndKeepsWhenItBegan()
    {
        var calls = StraceLog.Read(
        [
            "12 fsync(217</data/borgerportal.db-wal> <unfinished ...>",
            "13 write(1<pipe:[7]>, \"hello\", 5) = 5",
            "12 <... fsync resumed>)               = 0",
        ]);

        Assert.Equal([("write", 1, 1), ("fsync", 0, 2)], calls.Select(call => (call.Name, call.Began, call.Ended)));
        Assert.Equal("/data/borgerportal.db-wal", calls[1].File);
    }

    [Fact]
    public void Read_TwoThreadsUnfinished_AreNotMixedUp()
    {
        var calls = StraceLog.Read(
        [
            "12 fsync(217</data/a-wal> <unfinished ...>",
            "13 pwrite64(218</data/b-wal>, \"x\", 1, 0 <unfinished ...>",
            "12 <... fsync resumed>) = 0",
            "13 <... pwrite64 resumed>) = 1",
        ]);

        Assert.Equal(["/data/a-wal", "/data/b-wal"], calls.Select(call => call.File));
    }

    [Fact]
    public void Read_TextThatLooksLikeAResult_IsLeftInTheArguments()
    {
        var call = Assert.Single(StraceLog.Read(["12 write(5</data/a-wal>, \"f(x) = 1\", 8) = 8"]));

        Assert.Equal("8", call.Result);
    }

    [Theory]
    [InlineData("12 +++ exited with 0 +++")]
    [InlineData("12 --- SIGCHLD {si_signo=SIGCHLD} ---")]
    [InlineData("")]
    public void Read_NoCall_IsPassedOver(string line) => Assert.Empty(StraceLog.Read([line]));

    [Fact]
    public void Read_FailedFlush_HasNotSucceeded() =>
        Assert.False(Assert.Single(StraceLog.Read(["12 fsync(217</data/a-wal>) = -1 EIO (Input/output error)"])).Succeeded);
}
