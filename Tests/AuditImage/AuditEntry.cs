using System.Runtime;
using Kernel.Console;
using Kernel.Metal;
using Kernel.Steps;

namespace Kernel.Audit;

/// <summary>Where audited.asm comes before each call of a program's.</summary>
internal static class AuditEntry
{
    private static ulong s_calls;
    private static ulong s_audits;

    /// <summary>Before every so many calls everything is looked at; 0 for never.</summary>
    internal static uint Every;

    [RuntimeExport("OnAudit")]
    internal static void OnAudit()
    {
        Stepper.NoteCall(in State.Core);
        if (Every == 0 || ++s_calls % Every != 0)
        {
            return;
        }

        Look();
    }

    /// <summary>Looks at everything now.</summary>
    internal static void Look()
    {
        AuditFinding finding = SystemAudit.Check(ref State.Core);
        if (finding.Rule != SystemRule.None)
        {
            Log.Error($"audit {s_audits}: rule {(ulong)finding.Rule}, frame {finding.Frame.Number:x}");
            Panic.Stop("the audit found the system damaged"u8);
        }

        s_audits++;
        if ((s_audits & (s_audits - 1)) == 0)
        {
            Log.Info($"audited {s_audits} times, sound");
        }
    }
}
