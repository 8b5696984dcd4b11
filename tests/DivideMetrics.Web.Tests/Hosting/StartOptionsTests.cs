using DivideMetrics.Jobs;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Tests.Hosting;

public sealed class StartOptionsTests
{
    [Theory]
    [InlineData("", Role.All, false, "")]
    [InlineData("--role all", Role.All, false, "")]
    [InlineData("--role web", Role.Web, false, "")]
    [InlineData("--role=worker", Role.Worker, false, "")]
    [InlineData("--urls http://localhost:9000 --role web", Role.Web, false, "--urls http://localhost:9000")]
    [InlineData("--urls=http://localhost:9000", Role.All, false, "--urls http://localhost:9000")]
    [InlineData("--Logging:LogLevel:Default Debug", Role.All, false, "--Logging:LogLevel:Default Debug")]
    [InlineData("--help", Role.All, true, "")]
    [InlineData("-h", Role.All, true, "")]
    public void Command_line_is_read(string line, Role role, bool help, string settings)
    {
        var options = StartOptions.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Value!;

        Assert.Equal((role, help, settings), (options.Role, options.Help, string.Join(' ', options.Settings)));
    }

    [Theory]
    [InlineData("--role", "--role", "")]
    [InlineData("--role everything", "--role", "everything")]
    [InlineData("--role=", "--role", "")]
    [InlineData("--rolle web", "option", "--rolle")]
    [InlineData("web", "option", "web")]
    [InlineData("--urls", "--urls", "")]
    public void Wrong_command_line_is_a_problem(string line, string parameter, string found)
    {
        var problem = StartOptions.Parse(line.Split(' ')).Problem!;

        Assert.Equal((parameter, found), (problem.Parameter, problem.Value));
    }
}
