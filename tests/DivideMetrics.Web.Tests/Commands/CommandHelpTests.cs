using DivideMetrics.Web.Commands;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Tests.Commands;

public sealed class CommandHelpTests
{
    [Fact]
    public void Commands_are_those_of_the_documentation() =>
        Assert.Equal(["ingest", "diff", "compute", "bundle", "export", "doctor"], CommandLine.Names);

    [Theory]
    [InlineData("ingest", "--source", "--bundle", "--map", "--file", "--dry-run")]
    [InlineData("diff", "--source", "<OLD>", "<NEW>", "--format", "--out", "--all")]
    [InlineData("compute")]
    [InlineData("bundle", "--source", "--out", "--from-snapshots")]
    [InlineData("export", "--indicator", "--format", "--out")]
    [InlineData("doctor", "--network")]
    public async Task Help_names_options_and_exit_codes(string command, params string[] options)
    {
        await using var help = new StringWriter();

        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync([command, "--help"], help));
        Assert.All([.. options, "0 done, 2 bad usage, 3 failed, 4 held in quarantine"], word =>
            Assert.Contains(word, help.ToString().ReplaceLineEndings(" "), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--role", "web")]
    [InlineData(false, "--urls", "ingest")]
    [InlineData(true, "ingest")]
    [InlineData(true, "doctor", "--help")]
    public void Command_stands_in_the_first_place(bool isCommand, params string[] arguments) =>
        Assert.Equal(isCommand, CommandLine.IsCommand(arguments));
}
