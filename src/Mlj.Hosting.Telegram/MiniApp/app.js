// Telegram hands the init data over behind the '#' of the address. It is shown to the server once, which answers where the table is.
const data = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData") ?? "";
const say = text => { document.getElementById("message").textContent = text; };
fetch("/telegram/app", { method: "POST", headers: { "Content-Type": "text/plain" }, body: data })
  .then(async response => response.ok ? location.replace((await response.json()).url) : say((await response.json()).detail))
  .catch(() => say("The server cannot be reached. Close this and try again."));
