namespace Rekruttering.Domain.Jobs;

/// <summary>The seats of one job, counted from its offers.</summary>
/// <param name="Seats">How many there are.</param>
/// <param name="Taken">Said yes and got a seat.</param>
/// <param name="Held">A free seat is offered to one who waited, and kept until that deadline.</param>
/// <param name="Waiting">Said yes when no seat was free, and not yet offered one.</param>
public sealed record SeatCount(int Seats, int Taken, int Held, int Waiting)
{
    /// <summary>Neither taken nor held.</summary>
    public int Free => Math.Max(0, Seats - Taken - Held);

    /// <summary>The recruiter may offer a free seat to the next in line.</summary>
    public bool NextMayBeAsked => Free > 0 && Waiting > 0;
}
