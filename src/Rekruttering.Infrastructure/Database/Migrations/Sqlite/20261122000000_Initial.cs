using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Rekruttering.Infrastructure.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ListColumns = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BulkChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    AddressHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PhoneHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    NameHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Exports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    ByUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Hospitals",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Helseforetak = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RegionaltHelseforetak = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hospitals", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    DroppedColumns = table.Column<string>(type: "TEXT", nullable: false),
                    Sheets = table.Column<string>(type: "TEXT", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    CollectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TakePossibleDuplicates = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ForgottenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Splits = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KommuneSettings",
                columns: table => new
                {
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    SenderName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    SenderTitle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ReplyTo = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    DpoName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    DpoEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    LegalBasisText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RetentionText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LateStartHours = table.Column<int>(type: "INTEGER", nullable: false),
                    CapMails = table.Column<int>(type: "INTEGER", nullable: false),
                    CapDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Window = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    TwoPersonRule = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesSignUps = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrittenForm = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KommuneSettings", x => x.KommuneNumber);
                });

            migrationBuilder.CreateTable(
                name: "OwnStudyPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Semesters = table.Column<int>(type: "INTEGER", nullable: false),
                    PreclinicalYears = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnStudyPlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    WrittenForm = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false),
                    UnwantedText = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Told = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StatisticsExtracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    CountedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeftOut = table.Column<string>(type: "TEXT", nullable: false),
                    FileCells = table.Column<int>(type: "INTEGER", nullable: false),
                    FileNumbers = table.Column<int>(type: "INTEGER", nullable: false),
                    FileSuppressed = table.Column<int>(type: "INTEGER", nullable: false),
                    FileMissing = table.Column<int>(type: "INTEGER", nullable: false),
                    FileNotApplicable = table.Column<int>(type: "INTEGER", nullable: false),
                    FileKommuner = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    InUseAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatisticsExtracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Students",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    FirstName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LastName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FamilyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: true),
                    HomeKommune = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    StudyPlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    StudyPlaceText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StudyTerms = table.Column<int>(type: "INTEGER", nullable: true),
                    PreclinicalYears = table.Column<int>(type: "INTEGER", nullable: true),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    SearchPlace = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SearchWords = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    StartTerm = table.Column<int>(type: "INTEGER", nullable: true),
                    DelayTerms = table.Column<int>(type: "INTEGER", nullable: false),
                    StagedFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    HeldSemester = table.Column<int>(type: "INTEGER", nullable: true),
                    LeaveFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    LastTerm = table.Column<int>(type: "INTEGER", nullable: true),
                    GraduationYear = table.Column<int>(type: "INTEGER", nullable: true),
                    GraduationMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Progression = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    WrittenForm = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    TieGrewUp = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TieFamily = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TiePartner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TieOther = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ContactPersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    LicenceFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LicenceTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CollectedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InformedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AddressDeadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Students", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StudyPlaceNames",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyPlaceNames", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SummerJobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Workplace = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PositionPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Pay = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Housing = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ContactPhone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AdUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerDeadline = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SeatChanges = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SummerJobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Templates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    NewsSeenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.UserId, x.KommuneNumber });
                    table.ForeignKey(
                        name: "FK_Memberships_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OneTimeLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OneTimeLinks_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignUpLinks",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    SignUpId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignUpLinks", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_SignUpLinks_SignUps_SignUpId",
                        column: x => x.SignUpId,
                        principalTable: "SignUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatisticsCells",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExtractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    FromNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatisticsCells", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatisticsCells_StatisticsExtracts_ExtractId",
                        column: x => x.ExtractId,
                        principalTable: "StatisticsExtracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BulkChangeRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    BulkChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PutBack = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkChangeRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BulkChangeRows_BulkChanges_BulkChangeId",
                        column: x => x.BulkChangeId,
                        principalTable: "BulkChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BulkChangeRows_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Question = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    UnknownPlace = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Warnings = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Kept = table.Column<string>(type: "TEXT", nullable: true),
                    MendedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportRows_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ImportRows_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Lis1Wishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Intake = table.Column<int>(type: "INTEGER", nullable: false),
                    StatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lis1Wishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Lis1Wishes_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    LeftOutReason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    ToAddress = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ServerAnswer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedOverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CalendarMethod = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Messages_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ByStudent = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reservations_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StudentMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    KeptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AwayId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AwayName = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    Ledger = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneById = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudentMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudentMerges_Students_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Timeline",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Timeline", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Timeline_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TwoPersons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TwoPersons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TwoPersons_Students_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TwoPersons_Students_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JobOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    OfferedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WaitingSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StudentMessage = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PersonalWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JobOffers_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JobOffers_SummerJobs_JobId",
                        column: x => x.JobId,
                        principalTable: "SummerJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TemplateVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    SubjectNb = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BodyNb = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectNn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BodyNn = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemplateVersions_Templates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "Templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Lis1Wish",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    HospitalCode = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lis1Wish", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Lis1Wish_Hospitals_HospitalCode",
                        column: x => x.HospitalCode,
                        principalTable: "Hospitals",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Lis1Wish_Lis1Wishes_ListId",
                        column: x => x.ListId,
                        principalTable: "Lis1Wishes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StudentAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudentAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudentAliases_StudentMerges_MergeId",
                        column: x => x.MergeId,
                        principalTable: "StudentMerges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StudentAliases_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Inquiries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inquiries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Inquiries_JobOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Inquiries_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonalLinks",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalLinks", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_PersonalLinks_JobOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PersonalLinks_Students_StudentId",
                        column: x => x.StudentId,
                        principalTable: "Students",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KommuneNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TemplateVersionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ScheduledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NotAfter = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RunsSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PauseReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    MissedItsTime = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReleaseAskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    OnlyInformed = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuietDays = table.Column<int>(type: "INTEGER", nullable: false),
                    EventFrom = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EventTo = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EventPlace = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EventCancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Window = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    SendUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Campaigns_TemplateVersions_TemplateVersionId",
                        column: x => x.TemplateVersionId,
                        principalTable: "TemplateVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campaigns_Templates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "Templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Hospitals",
                columns: new[] { "Code", "Helseforetak", "Name", "RegionaltHelseforetak" },
                values: new object[,]
                {
                    { "ahus", "Akershus universitetssykehus", "Akershus universitetssykehus", "Helse Sør-Øst" },
                    { "finnmark-hammerfest", "Finnmarkssykehuset", "Finnmarkssykehuset, Hammerfest", "Helse Nord" },
                    { "finnmark-kirkenes", "Finnmarkssykehuset", "Finnmarkssykehuset, Kirkenes", "Helse Nord" },
                    { "forde-forde", "Helse Førde", "Helse Førde, Førde", "Helse Vest" },
                    { "forde-laerdal", "Helse Førde", "Helse Førde, Lærdal", "Helse Vest" },
                    { "forde-nordfjord", "Helse Førde", "Helse Førde, Nordfjord", "Helse Vest" },
                    { "hmr-alesund", "Helse Møre og Romsdal", "Ålesund sjukehus", "Helse Midt-Norge" },
                    { "hmr-kristiansund", "Helse Møre og Romsdal", "Kristiansund sjukehus", "Helse Midt-Norge" },
                    { "hmr-molde", "Helse Møre og Romsdal", "Molde sjukehus, Hjelset", "Helse Midt-Norge" },
                    { "hmr-volda", "Helse Møre og Romsdal", "Volda sjukehus", "Helse Midt-Norge" },
                    { "hnt-levanger", "Helse Nord-Trøndelag", "Sykehuset Levanger", "Helse Midt-Norge" },
                    { "hnt-namsos", "Helse Nord-Trøndelag", "Sykehuset Namsos", "Helse Midt-Norge" },
                    { "nlsh-bodo", "Nordlandssykehuset", "Nordlandssykehuset, Bodø", "Helse Nord" },
                    { "nlsh-lofoten", "Nordlandssykehuset", "Nordlandssykehuset, Lofoten", "Helse Nord" },
                    { "nlsh-vesteralen", "Nordlandssykehuset", "Nordlandssykehuset, Vesterålen", "Helse Nord" },
                    { "stolav-orkdal", "St. Olavs hospital", "St. Olavs hospital, Orkdal", "Helse Midt-Norge" },
                    { "stolav-trondheim", "St. Olavs hospital", "St. Olavs hospital, Trondheim", "Helse Midt-Norge" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BulkChangeRows_BulkChangeId_StudentId",
                table: "BulkChangeRows",
                columns: new[] { "BulkChangeId", "StudentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BulkChangeRows_StudentId",
                table: "BulkChangeRows",
                column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkChanges_KommuneNumber_At",
                table: "BulkChanges",
                columns: new[] { "KommuneNumber", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_KommuneNumber_CreatedAt",
                table: "Campaigns",
                columns: new[] { "KommuneNumber", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Status_ScheduledAt",
                table: "Campaigns",
                columns: new[] { "Status", "ScheduledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_TemplateId",
                table: "Campaigns",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_TemplateVersionId",
                table: "Campaigns",
                column: "TemplateVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_KommuneNumber_AddressHash",
                table: "Erasures",
                columns: new[] { "KommuneNumber", "AddressHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_KommuneNumber_NameHash",
                table: "Erasures",
                columns: new[] { "KommuneNumber", "NameHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_KommuneNumber_PhoneHash",
                table: "Erasures",
                columns: new[] { "KommuneNumber", "PhoneHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Exports_KommuneNumber_At",
                table: "Exports",
                columns: new[] { "KommuneNumber", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_KommuneNumber_CreatedAt",
                table: "ImportBatches",
                columns: new[] { "KommuneNumber", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_Status",
                table: "ImportBatches",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_BatchId_Number",
                table: "ImportRows",
                columns: new[] { "BatchId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_BatchId_Outcome",
                table: "ImportRows",
                columns: new[] { "BatchId", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_StudentId",
                table: "ImportRows",
                column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_KommuneNumber_SettledAt",
                table: "Inquiries",
                columns: new[] { "KommuneNumber", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_OfferId",
                table: "Inquiries",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_StudentId",
                table: "Inquiries",
                column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_JobId_StudentId",
                table: "JobOffers",
                columns: new[] { "JobId", "StudentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Status_Deadline",
                table: "JobOffers",
                columns: new[] { "Status", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_StudentId",
                table: "JobOffers",
                column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_Lis1Wish_HospitalCode",
                table: "Lis1Wish",
                column: "HospitalCode");

            migrationBuilder.CreateIndex(
                name: "IX_Lis1Wish_ListId_Rank",
                table: "Lis1Wish",
                columns: new[] { "ListId", "Rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lis1Wishes_KommuneNumber_Intake",
                table: "Lis1Wishes",
                columns: new[] { "KommuneNumber", "Intake" });

            migrationBuilder.CreateIndex(
                name: "IX_Lis1Wishes_StudentId_Intake",
                table: "Lis1Wishes",
                columns: new[] { "StudentId", "Intake" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_KommuneNumber",
                table: "Memberships",
                column: "KommuneNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_CampaignId_State_Line_DueAt",
                table: "Messages",
                columns: new[] { "CampaignId", "State", "Line", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ClaimedUntil",
                table: "Messages",
                column: "ClaimedUntil",
                filter: "\"ClaimedUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_HandedOverAt",
                table: "Messages",
                column: "HandedOverAt",
                filter: "\"HandedOverAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key",
                table: "Messages",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_StudentId",
                table: "Messages",
                column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeLinks_Hash",
                table: "OneTimeLinks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeLinks_UserId",
                table: "OneTimeLinks",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnStudyPlaces_KommuneNumber_NameKey",
                table: "OwnStudyPlaces",
                columns: new[] { "KommuneNumber", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonalLinks_OfferId",
                table: "PersonalLinks",
                column: "OfferId",
                filter: "\"OfferId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalLinks_StudentId",
                table: "PersonalLinks",
                column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_StudentId_Scope",
                table: "Reservations",
                columns: new[] { "StudentId", "Scope" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Segments_KommuneNumber_NameKey",
                table: "Segments",
                columns: new[] { "KommuneNumber", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignUpLinks_SignUpId",
                table: "SignUpLinks",
                column: "SignUpId");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_ExpiresAt",
                table: "SignUps",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_KommuneNumber_CreatedAt",
                table: "SignUps",
                columns: new[] { "KommuneNumber", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_KommuneNumber_EmailKey",
                table: "SignUps",
                columns: new[] { "KommuneNumber", "EmailKey" });

            migrationBuilder.CreateIndex(
                name: "IX_StatisticsCells_ExtractId_Year_Status_Country_FromNumber_Part",
                table: "StatisticsCells",
                columns: new[] { "ExtractId", "Year", "Status", "Country", "FromNumber", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatisticsExtracts_KommuneNumber_Sha256",
                table: "StatisticsExtracts",
                columns: new[] { "KommuneNumber", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_StatisticsExtracts_KommuneNumber_Status",
                table: "StatisticsExtracts",
                columns: new[] { "KommuneNumber", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_StudentAliases_KommuneNumber_EmailKey",
                table: "StudentAliases",
                columns: new[] { "KommuneNumber", "EmailKey" });

            migrationBuilder.CreateIndex(
                name: "IX_StudentAliases_KommuneNumber_NameKey",
                table: "StudentAliases",
                columns: new[] { "KommuneNumber", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_StudentAliases_MergeId",
                table: "StudentAliases",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_StudentAliases_StudentId",
                table: "StudentAliases",
                column: "StudentId");

            migrationBuilder.CreateIndex(
                name: "IX_StudentMerges_AwayId",
                table: "StudentMerges",
                column: "AwayId");

            migrationBuilder.CreateIndex(
                name: "IX_StudentMerges_KeptId",
                table: "StudentMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_StudentMerges_KommuneNumber_At",
                table: "StudentMerges",
                columns: new[] { "KommuneNumber", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Students_KommuneNumber_EmailKey",
                table: "Students",
                columns: new[] { "KommuneNumber", "EmailKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Students_KommuneNumber_FamilyKey_BirthYear",
                table: "Students",
                columns: new[] { "KommuneNumber", "FamilyKey", "BirthYear" });

            migrationBuilder.CreateIndex(
                name: "IX_Students_KommuneNumber_NameKey",
                table: "Students",
                columns: new[] { "KommuneNumber", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Students_KommuneNumber_Phone",
                table: "Students",
                columns: new[] { "KommuneNumber", "Phone" });

            migrationBuilder.CreateIndex(
                name: "IX_Students_KommuneNumber_Status_SearchPlace",
                table: "Students",
                columns: new[] { "KommuneNumber", "Status", "SearchPlace" });

            migrationBuilder.CreateIndex(
                name: "IX_Students_KommuneNumber_Status_StagedFrom_HeldSemester_LastTerm_Progression",
                table: "Students",
                columns: new[] { "KommuneNumber", "Status", "StagedFrom", "HeldSemester", "LastTerm", "Progression" });

            migrationBuilder.CreateIndex(
                name: "IX_Students_List",
                table: "Students",
                columns: new[] { "KommuneNumber", "Status", "SearchName", "Id", "StagedFrom", "HeldSemester", "LastTerm", "Progression", "CountryCode", "StudyPlaceCode", "HomeKommune", "LicenceFrom", "LicenceTo" });

            migrationBuilder.CreateIndex(
                name: "IX_StudyPlaceNames_KommuneNumber_Key",
                table: "StudyPlaceNames",
                columns: new[] { "KommuneNumber", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SummerJobs_KommuneNumber_Status",
                table: "SummerJobs",
                columns: new[] { "KommuneNumber", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Templates_KommuneNumber_Name",
                table: "Templates",
                columns: new[] { "KommuneNumber", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_TemplateVersions_TemplateId_Number",
                table: "TemplateVersions",
                columns: new[] { "TemplateId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Timeline_KommuneNumber_At",
                table: "Timeline",
                columns: new[] { "KommuneNumber", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Timeline_StudentId_KommuneNumber_At_Kind",
                table: "Timeline",
                columns: new[] { "StudentId", "KommuneNumber", "At", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_TwoPersons_FirstId_SecondId",
                table: "TwoPersons",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TwoPersons_KommuneNumber_At",
                table: "TwoPersons",
                columns: new[] { "KommuneNumber", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TwoPersons_SecondId",
                table: "TwoPersons",
                column: "SecondId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "BulkChangeRows");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "Exports");

            migrationBuilder.DropTable(
                name: "ImportRows");

            migrationBuilder.DropTable(
                name: "Inquiries");

            migrationBuilder.DropTable(
                name: "KommuneSettings");

            migrationBuilder.DropTable(
                name: "Lis1Wish");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "OneTimeLinks");

            migrationBuilder.DropTable(
                name: "OwnStudyPlaces");

            migrationBuilder.DropTable(
                name: "PersonalLinks");

            migrationBuilder.DropTable(
                name: "Reservations");

            migrationBuilder.DropTable(
                name: "Segments");

            migrationBuilder.DropTable(
                name: "SignUpLinks");

            migrationBuilder.DropTable(
                name: "StatisticsCells");

            migrationBuilder.DropTable(
                name: "StudentAliases");

            migrationBuilder.DropTable(
                name: "StudyPlaceNames");

            migrationBuilder.DropTable(
                name: "Timeline");

            migrationBuilder.DropTable(
                name: "TwoPersons");

            migrationBuilder.DropTable(
                name: "BulkChanges");

            migrationBuilder.DropTable(
                name: "TemplateVersions");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Hospitals");

            migrationBuilder.DropTable(
                name: "Lis1Wishes");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "JobOffers");

            migrationBuilder.DropTable(
                name: "SignUps");

            migrationBuilder.DropTable(
                name: "StatisticsExtracts");

            migrationBuilder.DropTable(
                name: "StudentMerges");

            migrationBuilder.DropTable(
                name: "Templates");

            migrationBuilder.DropTable(
                name: "SummerJobs");

            migrationBuilder.DropTable(
                name: "Students");
        }
    }
}
