package io.dsreview.benchmarks.recovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Server sockets whose connections send at once (TCP_NODELAY), as web servers have them. Otherwise MockWebServer's answers,
 * whose head and body are two writes, each wait some 40 ms for the client to acknowledge the head.
 */
final class PromptSockets extends ServerSocketFactory {

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket accepted = super.accept();
                accepted.setTcpNoDelay(true);
                return accepted;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        throw unbound();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        throw unbound();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        throw unbound();
    }

    private static IOException unbound() {
        return new IOException("only sockets that are bound later are made here");
    }
}
