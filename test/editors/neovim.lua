-- Drives the server with the LSP client that is part of Neovim (0.7 or newer), without any plugin.
-- run.mjs starts it: SERVER is the command as JSON, FILE the client's file. Prints one JSON object.
local out = {}
local wait = 15000
vim.o.hidden = true
vim.cmd("edit " .. vim.fn.fnameescape(os.getenv("FILE")))
local buffer = vim.api.nvim_get_current_buf()
local exited, log

local id = vim.lsp.start_client({
  cmd = vim.fn.json_decode(os.getenv("SERVER")),
  name = "itorg",
  root_dir = vim.fn.fnamemodify(os.getenv("FILE"), ":h"),
  get_language_id = function() return "itorg" end,
  settings = { itorg = { today = "2026-11-22" } },
  init_options = { today = "2026-11-22" },
  on_error = function(code, message) log = tostring(code) .. " " .. vim.inspect(message) end,
  on_exit = function(code, signal) exited = { code = code, signal = signal } end,
})
vim.lsp.buf_attach_client(buffer, id)

-- Waits until the findings in the buffer are as `wanted` says.
local function findings_until(wanted)
  vim.wait(wait, function()
    local codes = {}
    for _, one in ipairs(vim.diagnostic.get(buffer)) do codes[one.code or one.user_data.lsp.code] = one end
    return wanted(codes)
  end, 20)
  local codes = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    codes[#codes + 1] = (one.lnum + 1) .. ":" .. (one.col + 1) .. " " .. (one.code or one.user_data.lsp.code)
  end
  return codes
end

local function request(method, params)
  local answers, failure = vim.lsp.buf_request_sync(buffer, method, params, wait)
  if not answers then error(method .. ": " .. tostring(failure)) end
  local answer = answers[id] or {}
  if answer.err then error(method .. ": " .. answer.err.message) end
  return answer.result
end

local document = { uri = vim.uri_from_bufnr(buffer) }

-- The position of `word` in the first line that has `text`, as the protocol counts.
local function position(text, word)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local start = line:find(text, 1, true)
    if start then return { line = number - 1, character = line:find(word, start, true) - 1 } end
  end
  error("no line with " .. text)
end

local function at(text, word) return { textDocument = document, position = position(text, word) } end

local ok, failure = pcall(function()
  out.diagnostics = findings_until(function(codes) return codes["ciso-is-it-head"] end)

  local hover = request("textDocument/hover", at("ciso:", "ciso"))
  out.hover = vim.split(hover.contents.value, "\n")[1]

  -- Completion behind `reportsTo: `, on a line that is being written.
  local before = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
  local row = position("ciso:", "ciso").line
  vim.api.nvim_buf_set_lines(buffer, row + 1, row + 1, true, { "  coo: { reportsTo:  }" })
  local answer = request("textDocument/completion", at("coo: {", " }"))
  out.completion = vim.tbl_map(function(item) return item.label end, answer.items or answer)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, true, before)
  out.undone = #findings_until(function(codes) return codes["ciso-is-it-head"] end) == #out.diagnostics

  local symbols = request("textDocument/documentSymbol", { textDocument = document })
  out.symbols = {}
  local function collect(list)
    for _, symbol in ipairs(list) do
      table.insert(out.symbols, symbol.name)
      collect(symbol.children or {})
    end
  end
  collect(symbols)

  -- Renaming as `vim.lsp.buf.rename("it-lead")` does it.
  local params = at("reportsTo: it-manager", "it-manager")
  params.newName = "it-lead"
  vim.lsp.util.apply_workspace_edit(request("textDocument/rename", params), "utf-16")
  out.renamed = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)

  -- The remedy of a finding that changes the record, applied as `vim.lsp.buf.code_action()` applies it.
  local finding
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = one.user_data.lsp
    if lsp.code == "provider-unsupervised" then finding = lsp end
  end
  local range = { start = position("overseenBy: none", "none") }
  range["end"] = { line = range.start.line, character = range.start.character + 4 }
  local actions = request("textDocument/codeAction", {
    textDocument = document,
    range = range,
    context = { diagnostics = { finding } },
  })
  out.actions = vim.tbl_map(function(action) return action.title end, actions)
  local action
  for _, one in ipairs(actions) do
    if vim.startswith(one.title, "Correct the record: ") then action = action or one end
  end
  if not action.edit then action = request("codeAction/resolve", action) end
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  out.fixed = vim.tbl_map(
    function(code) return code:match("%S+$") end,
    findings_until(function(codes) return not codes["provider-unsupervised"] end)
  )
end)
if not ok then out.failure = tostring(failure) end

vim.lsp.stop_client(id)
vim.wait(wait, function() return exited end, 20)
out.exit = exited or "still running after shutdown and exit"
out.error = log
io.stdout:write(vim.fn.json_encode(out) .. "\n")
vim.cmd("qa!")
