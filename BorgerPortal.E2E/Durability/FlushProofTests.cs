using Xunit;

namespace BorgerPortal.E2E.Durability;

public sealed class FlushProofTests
{
    private const string Write1 = "12 pwrite64(217</data/borgerportal.db-wal>, \"\\0Demo request-1\", 4096, 32) = 4096";
    private const string Commit = "12 pwrite64(217</data/borgerportal.db-wal>, \"\\r\\0\\0\", 4096, 4152) = 4096";
    private const string Flush = "12 fdatasync(217</data/borgerportal.db-wal>) = 0";
    private const string Answer = "15 sendmsg(230<socket:[9]>, {msg_iov=[{iov_base=\"HTTP/1.1 201 Created\\r\\nDate\", iov_len=12}]}, MSG_NOSIGNAL) = 12";

    [Fact]
    public void FindFaults_WrittenFlushedAnswered_None() => Assert.Empty(Judge(Write1, Commit, Flush, Answer));

    [Fact]
    public void FindFaults_NoFlush_IsReported() => Assert.Equal(["request-1: answered before what was written was flushed."], Judge(Write1, Commit, Answer));

    [Fact]
    public void FindFaults_FlushedAfterTheAnswer_IsReported() => Assert.Single(Judge(Write1, Commit, Answer, Flush));

    [Fact]
    public void FindFaults_FlushEndsAfterTheAnswerBegan_IsReported() => Assert.Single(Judge(
        Write1,
        "12 fdatasync(217</data/borgerportal.db-wal> <unfinished ...>",
        Answer,
        "12 <... fdatasync resumed>) = 0"));

    [Fact]
    public void FindFaults_FlushBeganBeforeTheWriteEnded_IsReported() => Assert.Single(Judge(
        "12 pwrite64(217</data/borgerportal.db-wal>, \"request-1\", 9, 0 <unfinished ...>",
        "13 fdatasync(217</data/borgerportal.db-wal>) = 0",
        "12 <... pwrite64 resumed>) = 9",
        Answer));

    [Fact]
    public void FindFaults_FlushFailed_IsReported() =>
        Assert.Single(Judge(Write1, "12 fdatasync(217</data/borgerportal.db-wal>) = -1 EIO (Input/output error)", Answer));

    [Fact]
    public void FindFaults_AnotherFileFlushed_IsReported() => Assert.Single(Judge(Write1, "12 fsync(9</data/borgerportal.db>) = 0", Answer));

    [Fact]
    public void FindFaults_NeverWritten_IsReported() => Assert.Equal(["request-1: answered before it was written."], Judge(Commit, Flush, Answer));

    [Fact]
    public void FindFaults_OneAnswerOfTwo_IsReported() =>
        Assert.Equal(["2 bookings were made, but 1 answers of 201 were sent."], FlushProof.FindFaults(StraceLog.Read([Write1, Flush, Answer]), ["request-1", "request-2"]));

    private static IReadOnlyList<string> Judge(params string[] log) => FlushProof.FindFaults(StraceLog.Read(log), ["request-1"]);
}
