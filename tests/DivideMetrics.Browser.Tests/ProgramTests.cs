namespace DivideMetrics.Browser.Tests;

/// <summary>The program as its operator meets it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Program_stops_with_its_database_when_asked()
    {
        await using var program = ProgramProcess.Start();
        await program.WhenReadyAsync();

        var code = await program.StopAsync();

        Assert.Equal((0, false), (code, File.Exists(Path.Combine(program.Home, "postgres", "postmaster.pid"))));
    }

    [Fact]
    public async Task Address_in_use_is_told_in_a_line()
    {
        await using var first = ProgramProcess.Start();
        await first.WhenReadyAsync();
        await using var second = ProgramProcess.Start(first.Address.Port);

        var code = await second.ExitAsync();

        Assert.Equal(3, code);
        Assert.Contains("address already in use", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--role", "everything")]
    [InlineData("--rolle", "web")]
    public async Task Wrong_command_line_is_answered_with_the_usage(string option, string value)
    {
        await using var program = ProgramProcess.Start(null, option, value);

        var code = await program.ExitAsync();

        Assert.Equal(2, code);
        Assert.Contains("usage:", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_lines_say_where_the_program_is()
    {
        await using var program = ProgramProcess.Start();
        await program.WhenReadyAsync();

        Assert.Contains($"DivideMetrics is at {program.Address.GetLeftPart(UriPartial.Authority)}", program.Output, StringComparison.Ordinal);
        Assert.Contains(program.Home, program.Output, StringComparison.Ordinal);
    }
}
