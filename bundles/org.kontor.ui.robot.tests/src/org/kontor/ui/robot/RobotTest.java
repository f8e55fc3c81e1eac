package org.kontor.ui.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotTest {
    private final List<String> events = new ArrayList<>();
    private final Display display = Display.getDefault();
    private final Shell shell = new Shell(display);

    @BeforeEach
    void openWindow() {
        shell.setText("Robot test");
        shell.setLayout(new GridLayout(2, false));
        shell.setSize(600, 500);
    }

    @AfterEach
    void closeWindow() {
        shell.dispose();
    }

    @Test
    void whatIsTypedStandsInTheFieldWithUmlautsAndEmoji() {
        Text text = field("Name");
        play(robot -> {
            Found field = robot.find(By.name("Name"));
            field.type("Grüße, Ann-Kathrin: 100 % @Kiel! 👩‍👩‍👧 ok");
            robot.until("all is typed", () -> text.getText().endsWith("ok"));
            assertThat(field.text()).isEqualTo("Grüße, Ann-Kathrin: 100 % @Kiel! 👩‍👩‍👧 ok");
            field.enter("neu");
            robot.until("the old text is gone", () -> text.getText().equals("neu"));
        });
    }

    @Test
    void tabGoesFromFieldToField() {
        field("One");
        field("Two");
        play(robot -> {
            robot.find(By.name("One")).press("Tab");
            robot.find(By.name("Two").focused());
            robot.press("Shift+Tab");
            robot.find(By.name("One").focused());
        });
    }

    @Test
    void aButtonIsClickedWhereItIsEvenInAScrolledArea() {
        ScrolledComposite scrolled = new ScrolledComposite(shell, SWT.V_SCROLL | SWT.BORDER);
        GridData size = new GridData(300, 120);
        scrolled.setLayoutData(size);
        Composite content = new Composite(scrolled, SWT.NONE);
        content.setLayout(new GridLayout());
        for (int i = 0; i < 40; i++) {
            button(content, "Button " + i);
        }
        scrolled.setContent(content);
        content.setSize(content.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        play(robot -> {
            robot.find(By.text("Button 39")).click();
            robot.until("the last button was clicked", () -> events.contains("Button 39"));
            robot.find(By.id("id.Button 0")).click();
            robot.until("the first button was clicked", () -> events.contains("Button 0"));
        });
        assertThat(events).containsExactly("Button 39", "Button 0");
    }

    @Test
    void anEntryIsChosenByTheKeyboard() {
        Combo combo = new Combo(shell, SWT.READ_ONLY);
        combo.setItems("one", "two", "three");
        combo.select(0);
        play(robot -> {
            Found found = robot.find(By.type(Combo.class));
            assertThat(found.choose("three").text()).isEqualTo("three");
            assertThat(found.choose("two").text()).isEqualTo("two");
            assertThatThrownBy(() -> found.choose("four")).hasMessageContaining("no entry \"four\"");
        });
    }

    @Test
    void rowsOfAVirtualTableAreReadAndClicked() {
        Table table = new Table(shell, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        new TableColumn(table, SWT.NONE).setWidth(100);
        new TableColumn(table, SWT.NONE).setWidth(200);
        table.setLayoutData(new GridData(350, 200));
        table.addListener(SWT.SetData, e -> {
            TableItem item = (TableItem) e.item;
            item.setText(new String[] {"row " + e.index, "second " + e.index});
        });
        table.setItemCount(1000);
        play(robot -> {
            Found found = robot.find(By.type(Table.class));
            assertThat(found.rowCount()).isEqualTo(1000);
            assertThat(found.rows(2)).containsExactly(List.of("row 0", "second 0"), List.of("row 1", "second 1"));
            found.clickRow("row 30");
            robot.until("row 30 is selected", () -> table.getSelectionIndex() == 30);
            found.clickRow(900);
            robot.until("row 900 is selected", () -> table.getSelectionIndex() == 900);
            assertThat(found.selectedRows()).containsExactly(900);
        });
    }

    @Test
    void onlyUnfoldedBranchesOfATreeAreRows() {
        Tree tree = new Tree(shell, SWT.BORDER);
        tree.setLayoutData(new GridData(200, 200));
        TreeItem client = new TreeItem(tree, SWT.NONE);
        client.setText("Client");
        TreeItem brand = new TreeItem(client, SWT.NONE);
        brand.setText("Brand");
        play(robot -> {
            Found found = robot.find(By.type(Tree.class));
            assertThat(found.rowCount()).isEqualTo(1);
            robot.run(() -> client.setExpanded(true));
            found.clickRow("Brand");
            robot.until(
                    "the brand is selected", () -> tree.getSelectionCount() == 1 && tree.getSelection()[0] == brand);
        });
    }

    @Test
    void menusAreWalkedByTheirTexts() {
        Menu bar = new Menu(shell, SWT.BAR);
        shell.setMenuBar(bar);
        menu(bar, "&Edit", "&Undo");
        Menu file = menu(bar, "&File", "&New…\tCtrl+N", "&Quit");
        Menu more = menu(file, "&More", "Deep");
        assertThat(more.getItemCount()).isEqualTo(1);
        field("Name");
        play(robot -> {
            robot.menu("File", "Quit");
            robot.until("quit", () -> events.contains("&Quit"));
            robot.menu("File", "More", "Deep");
            robot.until("deep", () -> events.contains("Deep"));
        });
    }

    @Test
    void aToolItemIsFoundByItsToolTipAndClicked() {
        ToolBar bar = new ToolBar(shell, SWT.FLAT);
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(display.getSystemImage(SWT.ICON_INFORMATION));
        item.setToolTipText("Receive now");
        item.addListener(SWT.Selection, e -> events.add("received"));
        play(robot -> {
            robot.find(By.name("Receive now")).click();
            robot.until("the item was clicked", () -> events.contains("received"));
        });
    }

    @Test
    void namesComeFromTheListenerElseTheLabelBefore() {
        field("By label");
        Text told = new Text(shell, SWT.BORDER);
        told.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "By listener"));
        Text nameless = new Text(shell, SWT.BORDER);
        nameless.setData("org.kontor.id", "the.nameless");
        play(robot -> {
            robot.find(By.name("By label"));
            robot.find(By.name("By listener"));
            assertThat(robot.nameless()).singleElement().asString().contains("the.nameless");
        });
    }

    @Test
    void whatDoesNotComeTellsWhatIsThereInstead() {
        button(shell, "Save");
        play(robot -> assertThatThrownBy(
                        () -> robot.within(Duration.ofMillis(200)).find(By.text("Send")))
                .isInstanceOf(RobotException.class)
                .hasMessageContaining("200 ms in vain for text \"Send\"")
                .hasMessageContaining("Button id=id.Save text=\"Save\""));
    }

    @Test
    void aStuckWindowIsNamedWithItsStack() {
        CountDownLatch end = new CountDownLatch(1);
        play(robot -> {
            display.asyncExec(() -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThatThrownBy(() -> robot.within(Duration.ofMillis(200)).settle())
                    .hasMessageContaining("did not answer within 200 ms")
                    .hasMessageContaining("CountDownLatch.await");
            end.countDown();
        });
    }

    @Test
    void theRobotRefusesToWorkOnTheUiThread() {
        shell.open();
        assertThatThrownBy(() -> new Robot(display).press("A"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a thread of its own");
    }

    @Test
    void aFailingScriptFailsThePlay() {
        assertThatThrownBy(() -> play(robot -> {
                    throw new IllegalArgumentException("as it should");
                }))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPictureOfTheWindowHasItsSizeAndColours(@TempDir Path folder) {
        shell.setBackground(new Color(200, 30, 60));
        Path file = folder.resolve("shots/window.png");
        play(robot -> {
            robot.shot(file);
            robot.screenShot(folder.resolve("screen.png"));
        });
        assertThat(Files.exists(folder.resolve("screen.png"))).isTrue();
        ImageData picture = new ImageData(file.toString());
        var middle = picture.palette.getRGB(picture.getPixel(picture.width / 2, picture.height / 2));
        assertThat(List.of(middle.red, middle.green, middle.blue)).containsExactly(200, 30, 60);
    }

    @Test
    void whatIsCutOffIsNamedAndWhatShortensItselfIsNot() {
        label("All of this can be read", 240).setData("org.kontor.id", "whole");
        label("Only the beginning of this can be read", 60).setData("org.kontor.id", "cut");
        label("This one shortens itself to an ellipsis", 60).setData("org.kontor.shortens", true);
        Label wrapped = new Label(shell, SWT.WRAP);
        wrapped.setText("This one breaks its line where the room ends, and has room for two");
        wrapped.setLayoutData(new GridData(200, 80));
        play(robot -> assertThat(robot.clipped()).singleElement().asString().contains("id=cut"));
    }

    private Label label(String text, int width) {
        Label label = new Label(shell, SWT.NONE);
        label.setText(text);
        label.setLayoutData(new GridData(width, SWT.DEFAULT));
        return label;
    }

    private void play(Robot.Script script) {
        shell.layout(true, true);
        shell.open();
        shell.forceActive();
        Robot.play(display, script);
    }

    private Text field(String label) {
        new Label(shell, SWT.NONE).setText("&" + label);
        Text text = new Text(shell, SWT.BORDER);
        text.setLayoutData(new GridData(400, SWT.DEFAULT));
        return text;
    }

    private void button(Composite parent, String text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setData("org.kontor.id", "id." + text);
        button.addListener(SWT.Selection, e -> events.add(text));
    }

    private Menu menu(Menu parent, String text, String... items) {
        MenuItem head = new MenuItem(parent, SWT.CASCADE);
        head.setText(text);
        Menu menu = new Menu(shell, SWT.DROP_DOWN);
        head.setMenu(menu);
        for (String name : items) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(name);
            item.addListener(SWT.Selection, e -> events.add(name));
        }
        return menu;
    }
}
