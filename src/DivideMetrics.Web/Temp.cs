namespace DivideMetrics.Web.Components;

public sealed class App : Microsoft.AspNetCore.Components.ComponentBase;
