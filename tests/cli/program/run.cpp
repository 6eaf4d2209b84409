#include "run.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <thread>

namespace isnad::test {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
};

std::string read_all(int fd, const std::vector<Step>& steps = {}, pid_t process = 0) {
  std::string out;
  std::array<char, 65536> piece{};
  std::size_t done = 0;
  std::size_t from = 0;
  const auto act = [&] {
    while (done < steps.size()) {
      const std::size_t at = out.find(steps[done].seen, from);
      if (at == std::string::npos) return;
      from = at + steps[done].seen.size();
      steps[done++].act(process);
    }
  };
  act();
  for (ssize_t n = 0; (n = ::read(fd, piece.data(), piece.size())) > 0;) {
    out.append(piece.data(), static_cast<std::size_t>(n));
    act();
  }
  ::close(fd);
  return out;
}

void write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n <= 0) break;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  ::close(fd);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

ProgramRun isnad(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
  std::vector<std::string> words{ISNAD_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = surroundings.environment;
  environment.emplace_back("PATH=/usr/bin:/bin");
  const bool has_language =
      std::any_of(environment.begin(), environment.end(), [](const std::string& e) { return e.starts_with("LANG="); });
  if (!has_language) environment.emplace_back("LANG=C");
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(environment);
  Pipe in;
  Pipe out;
  Pipe err;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) {
    ::dup2(in.read_end, STDIN_FILENO);
    ::dup2(out.write_end, STDOUT_FILENO);
    ::dup2(err.write_end, STDERR_FILENO);
    if (!surroundings.output_to.empty()) ::dup2(::open(surroundings.output_to.c_str(), O_WRONLY), STDOUT_FILENO);
    if (!surroundings.folder.empty() && ::chdir(surroundings.folder.c_str()) != 0) ::_exit(126);
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
  ::close(in.read_end);
  ::close(out.write_end);
  ::close(err.write_end);
  ProgramRun run;
  {
    ::signal(SIGPIPE, SIG_IGN);
    const std::jthread feed([&] { write_all(in.write_end, surroundings.input); });
    if (surroundings.close_output_early) ::close(out.read_end);
    const std::jthread listen([&] { run.err = read_all(err.read_end); });
    if (!surroundings.close_output_early) run.out = read_all(out.read_end, surroundings.steps, child);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  run.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return run;
}

std::string source(const std::string& name) { return std::string(ISNAD_SOURCE_DIR) + "/" + name; }

}  // namespace isnad::test
