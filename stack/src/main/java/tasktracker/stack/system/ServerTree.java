package tasktracker.stack.system;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.stack.PortOwner;
import tasktracker.stack.resource.ProcStat;

/**
 * Finds to which trees of processes a server amounts, from those that hold its listening socket. A
 * process belongs to the server above it. Servers with the same parent are workers of that parent,
 * unless it is a shell, a supervisor or the like. Above a single server, a parent belongs to it
 * only where nothing else can be meant by it: it is of the same job (process group), leads no
 * session, is no shell, no ancestor of the lab, and has no other descendant that listens.
 *
 * @param port that they listen on
 */
record ServerTree(int port) {
  /** Programs that start others without being a part of them. */
  private static final Set<String> LAUNCHERS =
      Set.of(
          ("sh,bash,dash,zsh,fish,ksh,csh,tcsh,ash,busybox,login,sshd,su,"
                  + "sudo,doas,env,tmux,tmux: server,screen,systemd,init,tini,dumb-init,"
                  + "docker-init,containerd-shim,containerd,dockerd,conmon,cron,crond,"
                  + "supervisord,runsvdir,runsv,s6-supervise,timeout,nohup,setsid,make,"
                  + "xargs,code,idea")
              .split(","));

  /** The roots of the trees, each beside the others. */
  List<ProcessHandle> roots(List<PortOwner.Holder> holders) {
    Set<Long> holding = holders.stream().map(PortOwner.Holder::pid).collect(Collectors.toSet());
    List<ProcessHandle> tops =
        holding.stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .filter(process -> ancestors(process).noneMatch(each -> holding.contains(each.pid())))
            .toList();
    if (tops.size() > 1) {
      Optional<ProcessHandle> master = master(tops);
      tops = master.isPresent() ? List.of(master.get()) : tops;
    }
    return tops.size() == 1 ? List.of(top(tops.getFirst())) : tops;
  }

  /** The name of the program, as people know it. */
  static String program(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .or(() -> ProcStat.of(process.pid()).map(ProcStat::name))
        .map(name -> name.replaceAll("[^A-Za-z0-9._-]", "_"))
        .orElse("process");
  }

  private Optional<ProcessHandle> master(List<ProcessHandle> workers) {
    Set<Optional<ProcessHandle>> parents =
        workers.stream().map(ProcessHandle::parent).collect(Collectors.toSet());
    return parents.size() == 1
        ? parents.iterator().next().filter(parent -> isServerItself(parent, workers))
        : Optional.empty();
  }

  private ProcessHandle top(ProcessHandle server) {
    ProcessHandle top = server;
    Optional<ProcessHandle> parent = parentOfSameJob(top);
    while (parent.isPresent()) {
      top = parent.get();
      parent = parentOfSameJob(top);
    }
    return top;
  }

  private Optional<ProcessHandle> parentOfSameJob(ProcessHandle process) {
    return process
        .parent()
        .filter(parent -> isServerItself(parent, List.of(process)))
        .filter(parent -> isOfSameJob(parent.pid(), process.pid()));
  }

  private static boolean isOfSameJob(long parent, long child) {
    Optional<ProcStat> upper = ProcStat.of(parent);
    Optional<ProcStat> lower = ProcStat.of(child);
    return upper.isPresent()
        && lower.isPresent()
        && upper.get().session() != parent
        && upper.get().group() == lower.get().group();
  }

  private boolean isServerItself(ProcessHandle parent, List<ProcessHandle> servers) {
    Set<Long> known = new HashSet<>();
    servers.forEach(server -> tree(server).forEach(known::add));
    return parent.pid() > 1
        && tree(parent).noneMatch(pid -> pid == ProcessHandle.current().pid())
        && ProcStat.of(parent.pid()).filter(job -> !LAUNCHERS.contains(job.name())).isPresent()
        && PortOwner.listeningBeside(port, tree(parent).filter(pid -> !known.contains(pid)))
            .isEmpty();
  }

  private static Stream<Long> tree(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants()).map(ProcessHandle::pid);
  }

  private static Stream<ProcessHandle> ancestors(ProcessHandle process) {
    return Stream.iterate(
            process.parent(), Optional::isPresent, each -> each.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream);
  }
}
