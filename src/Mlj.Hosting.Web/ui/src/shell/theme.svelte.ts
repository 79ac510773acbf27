import { remember, remembered } from './memory';

export type Theme = 'system' | 'light' | 'dark';
const key = 'mlj-theme';

class ThemeChoice {
  now = $state<Theme>('system');

  restore() {
    const kept = remembered(key);
    this.choose(kept === 'light' || kept === 'dark' ? kept : 'system');
  }

  choose(theme: Theme) {
    this.now = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember(key, theme === 'system' ? null : theme);
  }

  /** Whether the page is dark at the moment; read it in an effect to draw again when it changes. */
  get isDark() {
    return this.now === 'dark' || (this.now === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  }
}

export const theme = new ThemeChoice();
