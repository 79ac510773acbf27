// What the host answers. The names are those of docs/api.md.

export type Cell = number | string | null;

export interface Begun { session_id: string; expires: string; version: number }

export interface Session {
  session_id: string;
  version: number;
  expires: string;
  files: SourceFile[];
  result_id: string | null;
  is_stale: boolean;
  has_pending_plan: boolean;
  attempts: AttemptPolicy;
  policy: string;
  roster: RosterFile | null;
}

export interface RosterFile { name: string; size: number; entries: number }

/** Somebody on the class list, or somebody who is not on it: list_row is null then. */
export interface RosterPerson { name: string; email: string | null; list_row: number | null }

export interface RosterResult {
  file: string;
  entries: number;
  present_count: number;
  absent_count: number;
  unexpected_count: number;
  absent: RosterPerson[];
  unexpected: RosterPerson[];
  suggestions: Suggestion[];
}

/** The list that the session holds, and what came of the one that the table was made with. */
export interface Roster { file: RosterFile | null; is_used: boolean; result: RosterResult | null }

export interface SourceFile { file_id: string; name: string; size: number; recognised: Recognised; corrections: Corrections; copy_of: string | null }

export interface Recognised {
  sheets: string[];
  sheet: string | null;
  header_row: number | null;
  test: RecognisedTest | null;
  columns: RecognisedColumn[];
  notes: string[];
  problem: string | null;
}

export interface RecognisedTest {
  number: number;
  number_why: string;
  title: string;
  maximum: number;
  maximum_assumed: boolean;
  maximum_why: string;
  rows: number;
}

export interface RecognisedColumn { column: string; heading: string; role: string; why: string }

export const correctedColumns = ['name_column', 'first_name_column', 'last_name_column', 'email_column', 'phone_column', 'submitted_column', 'score_column'] as const;
export type CorrectedColumn = (typeof correctedColumns)[number];

export type Corrections = Partial<Record<CorrectedColumn, string | null>> & {
  sheet?: string | null;
  header_row?: number | null;
  maximum?: number | null;
  test_number?: number | null;
  decimal_mark?: 'point' | 'comma' | null;
};

export type Setting = CorrectedColumn | 'sheet' | 'header_row' | 'maximum' | 'test_number' | 'decimal_mark';

/** What settles a note: a field of a file's corrections, and what it is to hold; null when only a person knows. */
export interface Correction { file: string; setting: Setting; value: string | null }

export interface Progressed { file: string; number: number; count: number; percent: number }

export interface Summary {
  result_id: string;
  version: number;
  is_stale: boolean;
  participants: number;
  verdicts: Record<string, number>;
  tests: Test[];
  refused: { file: string; code: string; reason: string }[];
  notes: Note[];
  notes_count: number;
  ledger: Ledger;
  suggestions_count: number;
  retakes_count: number;
  attempts: AttemptPolicy;
  policy: string;
}

export interface Test {
  number: number;
  title: string;
  file: string;
  max_score: number;
  max_score_assumed: boolean;
  rows: number;
  colour: string;
  ink: string;
}

export interface Note { level: string; code: string; message: string; file: string | null; sheet: string | null; row: number | null; column: string | null; corrections: Correction[] }

export interface LedgerCounts { file: string; rows_read: number; placed: number; superseded: number; duplicates: number; quarantined: number; blank: number }

export interface NotPlaced { file: string; row: number | null; disposition: string; reason: string; who: string | null; score: string | null }

export interface Ledger { total: LedgerCounts; files: LedgerCounts[]; not_placed: NotPlaced[]; not_placed_count: number }

export interface Column { name: string; kind: 'number' | 'text'; role: string; test: number | null; colour: string | null; ink: string | null }

export interface Row { row: number; cells: Cell[] }

export interface Rows { version: number; total_rows: number; from: number; columns: Column[]; rows: Row[] }

export type ColumnStatus = 'kept' | 'added' | 'renamed' | 'changed' | 'removed';
export type RowStatus = 'kept' | 'changed' | 'added' | 'removed';

export interface DiffRows {
  plan_id: string;
  total_rows: number;
  from: number;
  columns: (Column & { status: ColumnStatus; was: string | null })[];
  rows: (Row & { status: RowStatus; before: Record<string, Cell> })[];
}

export interface Participant {
  row: number;
  name: string;
  emails: string[];
  cells: { column: string; value: Cell; why: string | null }[];
  attempts: { test: number; file: string; sheet: string; row: number; score: string | null; percentage: number | null; submitted: string | null; disposition: string; reason: string | null }[];
}

export interface Suggestion { emails: [string, string]; names: [string, string]; band: string; strength: number; evidence: string[]; against: string[] }

export type Decision = 'accept' | 'reject' | 'undecided';

export interface Suggestions { suggestions: Suggestion[]; decided: { emails: [string, string]; decision: string }[] }

export type AttemptPolicy = 'best' | 'latest' | 'first' | 'average';

export interface Retakes {
  attempts: AttemptPolicy;
  retakes: { email: string | null; name: string; test: number; result: number | null; kept: (number | null)[]; superseded: (number | null)[] }[];
  what_if: { attempts: AttemptPolicy; changes: { email: string | null; name: string; cells: { column: string; before: Cell; after: Cell }[] }[] } | null;
}

export interface Property {
  type: string | string[];
  description?: string;
  enum?: string[];
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  additionalProperties?: { type: string };
  items?: { type: string | string[] };
}

export interface Parameter { name: string; help: string; names: 'column' | 'number_column' | 'new_column' | 'text'; required: boolean; choices: string[] }

export interface Action { name: string; summary: string; schema: { properties: Record<string, Property>; required: string[] }; parameters: Parameter[] }

export interface Step { number: number; action: string; params: Record<string, unknown>; summary: string; undone: boolean; notes: Note[] }

export interface History { version: number; steps: Step[]; can_redo: boolean }

export interface Statistics { count: number; missing: number; mean: number | null; min: number | null; max: number | null; sd: number | null }

export interface Preview {
  plan_id: string;
  message: string | null;
  steps: Step[];
  added_columns: string[];
  removed_columns: string[];
  renamed_columns: { from: string; to: string }[];
  rows: { before: number; after: number };
  columns: { before: number; after: number };
  added_rows_count: number;
  removed_rows_count: number;
  reordered: boolean;
  changed_cells_count: number;
  statistics: { column: string; before: Statistics | null; after: Statistics | null }[];
  mappings: { step: number; parameter: string; from: string; to: string; by: string }[];
  skipped: { step: number; action: string; problems: { message: string }[] }[];
}

export interface Words { outcome: 'steps' | 'answer' | 'clarify' | 'refuse' | 'undone'; message: string; choices: string[]; preview: Preview | null }

export interface Charts { tests: { test: number; column: string; colour: string; statistics: Statistics }[]; verdict_column: string | null; verdicts: Record<string, number>; number_columns: string[] }

export interface Distribution { column: string; bins: { from: number; to: number; count: number }[]; statistics: Statistics }

/** Something that needs a look. */
export interface ReviewItem { key: string; kind: 'refused_file' | 'question' | 'note' | 'retake'; what: string; who: string | null; file: string | null; sheet: string | null; row: number | null; column: string | null; corrections: Correction[]; seen: boolean }

export interface Review { open_count: number; items: ReviewItem[]; items_count: number }

export interface Receipt { sessions: number; files: number; bytes: number; at: string }
