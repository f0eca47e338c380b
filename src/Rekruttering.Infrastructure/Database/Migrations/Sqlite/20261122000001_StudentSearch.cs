using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database.Migrations.Sqlite;

/// <summary>
/// The index of words that students are found by, and beside it what a list of hits is counted and ordered by; both kept by triggers and asked by
/// <see cref="RekrutteringDb.StudentSearch"/>. They meet in a row number of their own: the numbers of Students itself may change (VACUUM). The index holds no
/// copy of the words, so each is taken out as the student's row had it, and what is deleted leaves none behind. It finds beginnings of three letters
/// directly; longer and shorter ones it puts together. Written by hand, for the model knows no such tables; a later migration that builds Students anew must make the triggers again.
/// </summary>
[DbContext(typeof(SqliteRekrutteringDb))]
[Migration("20261122000001_StudentSearch")]
public sealed class StudentSearch : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            CREATE TABLE "StudentHits" (
                "Row" INTEGER PRIMARY KEY, "StudentId" TEXT NOT NULL, "KommuneNumber" TEXT NOT NULL, "Status" TEXT NOT NULL, "SearchName" TEXT NOT NULL);
            CREATE UNIQUE INDEX "IX_StudentHits_StudentId" ON "StudentHits" ("StudentId");
            CREATE VIRTUAL TABLE "StudentSearch" USING fts5("Words", content = '', columnsize = 0, detail = 'column', prefix = '3', tokenize = "unicode61 remove_diacritics 0 tokenchars '-'");
            INSERT INTO "StudentSearch"("StudentSearch", rank) VALUES ('secure-delete', 1);
            INSERT INTO "StudentHits"("StudentId", "KommuneNumber", "Status", "SearchName") SELECT "Id", "KommuneNumber", "Status", "SearchName" FROM "Students";
            INSERT INTO "StudentSearch"(rowid, "Words") SELECT h."Row", s."SearchWords" FROM "StudentHits" AS h CROSS JOIN "Students" AS s ON s."Id" = h."StudentId";
            CREATE TRIGGER "StudentSearch_insert" AFTER INSERT ON "Students" BEGIN
                INSERT INTO "StudentHits"("StudentId", "KommuneNumber", "Status", "SearchName") VALUES (new."Id", new."KommuneNumber", new."Status", new."SearchName");
                INSERT INTO "StudentSearch"(rowid, "Words") VALUES (last_insert_rowid(), new."SearchWords");
            END;
            CREATE TRIGGER "StudentSearch_words" AFTER UPDATE OF "SearchWords" ON "Students" WHEN old."SearchWords" <> new."SearchWords" BEGIN
                INSERT INTO "StudentSearch"("StudentSearch", rowid, "Words") SELECT 'delete', "Row", old."SearchWords" FROM "StudentHits" WHERE "StudentId" = old."Id";
                INSERT INTO "StudentSearch"(rowid, "Words") SELECT "Row", new."SearchWords" FROM "StudentHits" WHERE "StudentId" = old."Id";
            END;
            CREATE TRIGGER "StudentSearch_hit" AFTER UPDATE OF "KommuneNumber", "Status", "SearchName" ON "Students"
                WHEN old."Status" <> new."Status" OR old."SearchName" <> new."SearchName" OR old."KommuneNumber" <> new."KommuneNumber" BEGIN
                UPDATE "StudentHits" SET "KommuneNumber" = new."KommuneNumber", "Status" = new."Status", "SearchName" = new."SearchName" WHERE "StudentId" = old."Id";
            END;
            CREATE TRIGGER "StudentSearch_delete" AFTER DELETE ON "Students" BEGIN
                INSERT INTO "StudentSearch"("StudentSearch", rowid, "Words") SELECT 'delete', "Row", old."SearchWords" FROM "StudentHits" WHERE "StudentId" = old."Id";
                DELETE FROM "StudentHits" WHERE "StudentId" = old."Id";
            END;
            """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            DROP TRIGGER "StudentSearch_insert";
            DROP TRIGGER "StudentSearch_words";
            DROP TRIGGER "StudentSearch_hit";
            DROP TRIGGER "StudentSearch_delete";
            DROP TABLE "StudentSearch";
            DROP TABLE "StudentHits";
            """);
}
