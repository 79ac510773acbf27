import type { Setting } from '../api/types';

// How numbers, sizes and names are said.

const numbers = new Intl.NumberFormat('en');

export const count = (number: number, one: string, many = one + 's') => `${numbers.format(number)} ${number === 1 ? one : many}`;

export const number = (value: number) => numbers.format(value);

export const size = (bytes: number) => (bytes < 1024 ? `${bytes} bytes` : bytes < 1 << 20 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`);

/** 'add_pass_fail' as 'Add pass fail'. */
export const spoken = (name: string) => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const choices: Record<string, string> = {
  greater: 'Greater than',
  less: 'Less than',
  greater_equal: 'At least',
  less_equal: 'At most',
  not_equals: 'Does not equal',
  not_contains: 'Does not contain',
  starts_with: 'Starts with',
  ends_with: 'Ends with',
};

/** A choice of a parameter: 'greater_equal' as 'At least'. */
export const chosen = (choice: string) => choices[choice] ?? spoken(choice);

const settings: Record<Setting, string> = {
  sheet: 'Choose the sheet',
  header_row: 'Give the row of the headings',
  name_column: 'Choose the column of names',
  first_name_column: 'Choose the column of first names',
  last_name_column: 'Choose the column of last names',
  email_column: 'Choose the column of addresses',
  phone_column: 'Choose the column of telephones',
  submitted_column: 'Choose the column of times',
  score_column: 'Choose the column of scores',
  maximum: 'Give the maximum',
  test_number: 'Give the test number',
  decimal_mark: 'Choose the decimal mark',
};

/** What a button says that leads to a field of a file's corrections. */
export const toSet = (setting: Setting) => settings[setting];

/** What is said of a file, without its name in front: the page has that already. */
export const withoutName = (text: string, name: string) =>
  text.startsWith(`'${name}'`) ? text.slice(name.length + 2).replace(/^[,:] */, '').replace(/^./, (letter) => letter.toUpperCase()) : text;

export const shown = (cell: number | string | null | undefined) => (cell === null || cell === undefined || cell === '' ? '–' : String(cell));

export const clock = (time: string) => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
