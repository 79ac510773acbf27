import { mount } from 'svelte';
import App from './App.svelte';
import { theme } from './shell/theme.svelte';
import './styles/tokens.css';
import './styles/base.css';

theme.restore();
mount(App, { target: document.getElementById('page')! });
