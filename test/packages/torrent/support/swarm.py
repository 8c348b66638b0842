"""swarm.py TORRENT FROM TO: loads a torrent into TO, from a seed over FROM (where given) and the torrent's web seeds."""
import sys
import time

import libtorrent as lt

torrent, source, target = sys.argv[1:4]
settings = {
    "enable_dht": False,
    "enable_lsd": False,
    "enable_upnp": False,
    "enable_natpmp": False,
    "allow_multiple_connections_per_ip": True,
    "listen_interfaces": "127.0.0.1:0",
}


def add(folder):
    session = lt.session(settings)
    handle = session.add_torrent({"ti": lt.torrent_info(torrent), "save_path": folder})
    return session, handle


def wait(handle, seconds, until):
    end = time.time() + seconds
    while time.time() < end:
        if until(handle.status()):
            return
        time.sleep(0.1)
    sys.exit("gave up: %s" % handle.status().state)


seed = None
if source:
    seed, seeding = add(source)
    wait(seeding, 30, lambda status: status.is_seeding)
load, loading = add(target)
wait(loading, 30, lambda status: str(status.state) not in ("checking_files", "checking_resume_data"))
if seed:
    loading.connect_peer(("127.0.0.1", seed.listen_port()))
wait(loading, 60, lambda status: status.is_seeding)
