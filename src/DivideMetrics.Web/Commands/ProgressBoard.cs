using Spectre.Console;

namespace DivideMetrics.Web.Commands;

/// <summary>Where a command tells how far it is: bars on a terminal, plain lines elsewhere.</summary>
internal abstract class ProgressBoard
{
    /// <summary>Does work in steps and shows how far it is.</summary>
    /// <param name="steps">How many there are.</param>
    /// <param name="work">Tells the board what it does.</param>
    public static Task RunAsync(int steps, Func<ProgressBoard, Task> work) =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive ? work(new PlainLines()) : OnTerminalAsync(steps, work);

    /// <summary>What is being done now.</summary>
    public abstract void Doing(string what);

    /// <summary>A step is done; the line stays.</summary>
    public abstract void Done(string line);

    private static Task OnTerminalAsync(int steps, Func<ProgressBoard, Task> work) =>
        AnsiConsole.Progress().AutoClear(true)
            .Columns(
                new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new Bars(context.AddTask("starting", maxValue: Math.Max(1, steps)))));

    private sealed class PlainLines : ProgressBoard
    {
        public override void Doing(string what)
        {
        }

        public override void Done(string line) => Console.WriteLine(line);
    }

    private sealed class Bars(ProgressTask task) : ProgressBoard
    {
        public override void Doing(string what) => task.Description = Markup.Escape(what);

        public override void Done(string line)
        {
            task.Increment(1);
            AnsiConsole.WriteLine(line);
        }
    }
}
