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

// What the page has for an option of the command line; all else is corrected at the file too.
const corrections: [RegExp, string][] = [
  [/--max\b/, "Give the maximum with ‘Correct’ on the file's card."],
  [/--test-number\b/, "Give the number with ‘Correct’ on the file's card."],
  [/--decimal-mark\b/, "Say which mark it is with ‘Correct’ on the file's card."],
  [/--sheet\b/, "Choose the sheet with ‘Correct’ on the file's card."],
  [/--(score|name|email)-column\b/, "Name the column with ‘Correct’ on the file's card, or remove the file if it is no test."],
  [/--[a-z]/, "Set it right with ‘Correct’ on the file's card."],
];

/** What the library says to everybody, for somebody at the page: a sentence that names an option of the command line names the page's own button. */
export const forPage = (text: string) =>
  text
    // The value is the file's name, which may look like anything.
    .replace(/(--[a-z-]+) "[^"]*"/g, '$1')
    .split(/(?<=[.?!]) (?=[A-Z])/)
    .map((sentence) => {
      const found = sentence.match(/--[a-z]/) && corrections.find(([option]) => option.test(sentence));
      if (!found) return sentence;
      // What stands before the option stays: 'Hand in a file for each sheet, or say which with --sheet.', 'If they are two tests, say --test-number.'
      const other = sentence.match(/^([^-]*), or (?:say|name|correct)\b[^,]*--/i)?.[1];
      const when = sentence.match(/^(If [^,]*), say --/)?.[1];
      return other ? `${other}. ${found[1]}` : when ? `${when}, ${found[1].charAt(0).toLowerCase()}${found[1].slice(1)}` : found[1];
    })
    .join(' ');

/** What is said of a file, without its name in front: the page has that already. */
export const withoutName = (text: string, name: string) =>
  text.startsWith(`'${name}'`) ? text.slice(name.length + 2).replace(/^[,:] */, '').replace(/^./, (letter) => letter.toUpperCase()) : text;

export const shown = (cell: number | string | null | undefined) => (cell === null || cell === undefined || cell === '' ? '–' : String(cell));

export const clock = (time: string) => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
