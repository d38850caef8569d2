package convas.profiling;

/**
 * On what a profile was taken.
 *
 * @param processor its name, as the system tells it; empty where it does not
 * @param processors how many the program may use
 * @param memoryBytes of the machine; 0 where it is not known
 * @param system operating system and architecture
 * @param java the JVM's version
 * @param engine the engine with its version
 * @param convas the program's version
 */
public record Machine(
        String processor, int processors, long memoryBytes, String system, String java, String engine, String convas) {}
