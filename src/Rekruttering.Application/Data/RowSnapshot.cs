using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rekruttering.Application.Data;

/// <summary>A row as it stood, column by column, so that it can come back as it was: with its id, its version and what no verb can set.</summary>
public sealed record RowSnapshot(string Kind, Dictionary<string, JsonElement> Values)
{
    /// <summary>How snapshots are written: read by us alone.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Takes down an entity; what hangs on it has snapshots of its own.</summary>
    public static RowSnapshot Of(RekrutteringDb db, object entity)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(entity);
        return new(entity.GetType().Name, db.Entry(entity).Properties.Where(p => p.CurrentValue is not null)
            .ToDictionary(p => p.Metadata.Name, p => JsonSerializer.SerializeToElement(p.CurrentValue, p.Metadata.ClrType, Json), StringComparer.Ordinal));
    }

    /// <summary>Adds the row again. A column that is younger than the snapshot gets its default.</summary>
    public object Restore(RekrutteringDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var type = db.Model.GetEntityTypes().Single(t => t.ClrType.Name == Kind);
        var entry = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var property in type.GetProperties())
            if (Values.TryGetValue(property.Name, out var value))
                entry.Property(property).CurrentValue = value.Deserialize(property.ClrType, Json);
        entry.State = Microsoft.EntityFrameworkCore.EntityState.Added;
        return entry.Entity;
    }
}
