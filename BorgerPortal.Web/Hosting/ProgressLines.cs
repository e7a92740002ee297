using System.Globalization;
using BorgerPortal.Domain.Scenarios;

namespace BorgerPortal.Web.Hosting;

/// <summary>Tells on the error stream how far a long command has come: a line for every ten thousand rows.</summary>
internal sealed class ProgressLines(TextWriter error) : IProgress<ScenarioProgress>
{
    private const int RowsBetweenLines = 10_000;

    private ScenarioProgress _told;

    public void Report(ScenarioProgress value)
    {
        if (value.Collection == _told.Collection ? value.Rows - _told.Rows < RowsBetweenLines : value.Rows < RowsBetweenLines)
        {
            return;
        }

        _told = value;
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Collection}: {value.Rows}"));
    }
}
