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

export const shown = (cell: number | string | null | undefined) => (cell === null || cell === undefined || cell === '' ? '–' : String(cell));

export const clock = (time: string) => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
