using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Data;

/// <summary>Instants are UTC, to the microsecond: what both engines hold, and what both can order.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>A term is stored as its index, so that the engines can compare and count semesters.</summary>
public sealed class TermConverter() : ValueConverter<Term, int>(term => term.Index, index => Term.FromIndex(index));

/// <summary>A window for sending is stored as its days and hours.</summary>
public sealed class SendWindowConverter() : ValueConverter<SendWindow, string>(window => window.ToString(), stored => SendWindow.Parse(stored));
