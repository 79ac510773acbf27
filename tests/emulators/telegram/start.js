// Starts the emulator on loopback, at the port that is given, and says when it is there.
const { TelegramServer } = require("telegram-test-api/lib/telegramServer");

const server = new TelegramServer({ host: "127.0.0.1", port: Number(process.argv[2]), storeTimeout: 600 });
server.start().then(() => console.log("ready"));
