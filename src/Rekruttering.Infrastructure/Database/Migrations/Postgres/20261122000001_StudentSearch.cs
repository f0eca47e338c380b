using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database.Migrations.Postgres;

/// <summary>The index of words that students are found by, asked by <see cref="RekrutteringDb.StudentSearch"/>. Written by hand, for the model knows it not.</summary>
[DbContext(typeof(PostgresRekrutteringDb))]
[Migration("20261122000001_StudentSearch")]
public sealed class StudentSearch : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            CREATE INDEX "IX_Students_SearchWords" ON "Students" USING gin (to_tsvector('simple', "SearchWords"));
            """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            DROP INDEX "IX_Students_SearchWords";
            """);
}
